import { type Attachment, defined, webUrl } from '@anyinbox/core/provider';
import { type Parameters, stringOf } from './untyped.ts';

type MediaKind = Pick<Attachment, 'kind' | 'nativeKind'>;

/** The types whose content is a file. No name, size or mime type was seen in any of them. */
export const mediaKinds: ReadonlyMap<string, MediaKind> = new Map<string, MediaKind>([
  ['file', { kind: 'file' }],
  ['picture', { kind: 'image' }],
  ['telegramCaptionedPicture', { kind: 'image' }],
  ['animation', { kind: 'image', nativeKind: 'animation' }],
  ['video', { kind: 'video' }],
  ['telegramVideoNote', { kind: 'video', nativeKind: 'telegramVideoNote' }],
  ['audio', { kind: 'audio' }],
  ['voice', { kind: 'voice' }],
]);

export function toMedia(media: MediaKind, parameters: Parameters): { text: string; attachments: Attachment[] } {
  return {
    text: stringOf(parameters['caption']),
    attachments: [defined({ ...media, url: webUrl(parameters['url']) })],
  };
}

export function toContactCard(parameters: Parameters): Attachment {
  return defined({
    kind: 'contact' as const,
    fullName: stringOf(parameters['name']) || undefined,
    phone: stringOf(parameters['phoneNumber']) || undefined,
  });
}

export function toLocation(parameters: Parameters): Attachment {
  return defined({
    kind: 'location' as const,
    latitude: degrees(parameters['latitude']),
    longitude: degrees(parameters['longitude']),
  });
}

/** A number, or a number in a string. */
function degrees(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
