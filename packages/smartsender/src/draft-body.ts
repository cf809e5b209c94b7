import { type DraftAttachment, invalidRequest, type NativeDraft, unsupported, webUrl } from '@anyinbox/core/provider';
import { watermarkAt } from './assumptions.ts';
import { draftOptions } from './draft-options.ts';

/** The body of a send without its watermark (vendors/smartsender.md §Send). */
type Said =
  | { readonly type: 'text'; readonly content: string }
  | { readonly type: MediaType; readonly media: string }
  | { readonly type: 'location'; readonly title: string; readonly latitude: number; readonly longitude: number }
  | { readonly type: 'contact'; readonly fullName: string; readonly phoneNumber: string };

type MediaType = 'picture' | 'animation' | 'video' | 'audio' | 'voice' | 'file';

type SendBody = Said & { readonly watermark: number | string };

/** Throws for what a send cannot carry, naming the field. */
export function draftBody(draft: NativeDraft, nowMs: number): SendBody {
  const options = draftOptions(draft.options);
  return { watermark: options.watermark ?? watermarkAt(nowMs), ...say(draft, options.type) };
}

function say({ text, attachments = [] }: NativeDraft, type: 'animation' | undefined): Said {
  const [attachment, another] = attachments;
  if (another !== undefined) throw unsupported('Smartsender sends one attachment in a message');
  if (text && attachment) throw unsupported('Smartsender sends no text with an attachment', 'Send two messages.');
  if (type === 'animation' && attachment?.kind !== 'image')
    throw invalidRequest('providerOptions.smartsender.type goes with an attachment of the kind image only');
  if (attachment === undefined) return { type: 'text', content: filled(text, 'text') };
  if (attachment.kind === 'location') return place(attachment);
  if (attachment.kind === 'contact') return card(attachment);
  if (attachment.kind === 'sticker') throw unsupported('Smartsender sends no stickers', 'Send an image.');
  return { type: type ?? mediaTypes[attachment.kind ?? 'file'], media: publicUrl(attachment.url) };
}

type Of<Kind extends 'location' | 'contact'> = Extract<DraftAttachment, { readonly kind: Kind }>;
type MediaKind = 'image' | 'video' | 'audio' | 'voice' | 'file';

const mediaTypes: Readonly<Record<MediaKind, MediaType>> = {
  image: 'picture',
  video: 'video',
  audio: 'audio',
  voice: 'voice',
  file: 'file',
};

function place({ name, latitude, longitude }: Of<'location'>): Said {
  return { type: 'location', title: filled(name, 'attachments.0.name'), latitude, longitude };
}

function card({ fullName, phone }: Of<'contact'>): Said {
  return {
    type: 'contact',
    fullName: filled(fullName, 'attachments.0.fullName'),
    phoneNumber: filled(phone, 'attachments.0.phone'),
  };
}

function publicUrl(url: string): string {
  const checked = webUrl(url);
  if (checked === undefined) throw invalidRequest('attachments.0.url is not an http or https URL');
  return checked;
}

function filled(value: string | undefined, field: string): string {
  if (value === undefined || value.trim() === '') throw invalidRequest(`${field} is empty: Smartsender requires it`);
  return value;
}
