import { type Attachment, type AttachmentKind, defined, type ReportDrift } from '@anyinbox/core/provider';
import { attachmentFields, words } from './assumptions/index.ts';
import { entityFields, fieldReader } from './field-reader.ts';
import { count, label, url, word } from './parse.ts';
import { wordFor } from './words.ts';

const fields = entityFields('attachment', attachmentFields);

/** One attachment: an object, or only its URL. */
export function mapAttachment(raw: unknown, reportDrift: ReportDrift): Attachment {
  const read = fieldReader(fields, typeof raw === 'string' ? { url: raw } : raw, {}, reportDrift);
  const nativeKind = read('kind', word) ?? undefined;
  // `type` may hold a MIME type.
  const mimeType = read('mimeType', label) ?? (nativeKind?.includes('/') ? nativeKind : undefined);
  const kind = wordFor(words.attachment, nativeKind ?? '') ?? kindOfMimeType(mimeType);
  return defined({
    kind,
    nativeKind: nativeKind?.toLowerCase() === kind ? undefined : nativeKind,
    url: read('url', url) ?? undefined,
    name: read('name', label) ?? undefined,
    mimeType,
    size: read('size', count) ?? undefined,
    width: read('width', count) ?? undefined,
    height: read('height', count) ?? undefined,
    previewUrl: read('previewUrl', url) ?? undefined,
  });
}

function kindOfMimeType(mimeType: string | undefined): AttachmentKind {
  const [family = '', subtype] = mimeType?.toLowerCase().split('/') ?? [];
  if (!subtype) return 'unknown';
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
}
