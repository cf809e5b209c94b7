import { mediaContent, template, textContent } from './content.ts';
import type { SendBody } from './send-schema.ts';
import type { SmartsenderTemplate } from './wire.ts';

type MediaType = Exclude<SendBody['type'], 'text' | 'location' | 'contact' | 'file'>;

const endings: Record<MediaType, readonly string[]> = {
  picture: ['jpg', 'jpeg', 'png', 'webp', 'bmp'],
  animation: ['gif', 'mp4'],
  video: ['mp4', 'mov', 'webm', 'avi'],
  audio: ['mp3', 'm4a', 'wav', 'ogg', 'aac', 'flac'],
  voice: ['ogg', 'oga', 'opus', 'mp3', 'm4a'],
};

/** What a send becomes in the history. */
export function sentContent(body: SendBody): SmartsenderTemplate {
  switch (body.type) {
    case 'text':
      return textContent(body.content ?? '');
    case 'location':
      return template('location', { latitude: Number(body.latitude), longitude: Number(body.longitude) });
    case 'contact':
      return template('contact', { name: body.fullName, phoneNumber: body.phoneNumber });
    default:
      return mediaContent(deliveredType(body.type, body.media ?? ''), body.media ?? '');
  }
}

/** A type that does not fit the file is delivered as a document (vendors/smartsender.md §Send). An unknown ending is believed. */
function deliveredType(type: MediaType | 'file', url: string): string {
  const ending = /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase();
  if (type === 'file' || ending === undefined || endings[type].includes(ending)) return type;
  const known = Object.values(endings).flat().includes(ending) || documentEndings.includes(ending);
  return known ? 'file' : type;
}

const documentEndings = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'csv', 'txt', 'zip'];
