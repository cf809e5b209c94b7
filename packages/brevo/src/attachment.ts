import { type Attachment, type AttachmentKind, defined, sometimes, webUrl } from '@anyinbox/core/provider';
import * as z from 'zod';

const text = sometimes(z.string());
const count = sometimes(z.int().nonnegative());
const flag = sometimes(z.boolean());

/** `file` and each of `attachments`, under the old and the new names of their fields (vendors/brevo.md §2.2). */
const fileSchema = z.object({
  name: text,
  filename: text,
  fileName: text,
  link: text,
  url: text,
  mimeType: text,
  size: count,
  isImage: flag,
  isSticker: flag,
  imageInfo: sometimes(z.object({ width: count, height: count, previewLink: text, previewUrl: text })),
});

type File = z.output<typeof fileSchema>;

/** Both forms of a message's files: the older `file`, the newer `attachments`. One that stands in both is one. */
export function toAttachments(file: unknown, attachments: readonly unknown[] | null | undefined): Attachment[] {
  const single = file === undefined || file === null ? [] : [toAttachment(file)];
  const [first] = single;
  const others = (attachments ?? []).map(toAttachment).filter((other) => !first || !isSame(first, other));
  return [...single, ...others];
}

function toAttachment(raw: unknown): Attachment {
  const read = fileSchema.safeParse(raw);
  if (!read.success) return { kind: 'unknown' };
  const file = read.data;
  return defined({
    kind: kindOf(file),
    url: webUrl(file.link) ?? webUrl(file.url),
    name: file.name ?? file.filename ?? file.fileName ?? undefined,
    mimeType: file.mimeType ?? undefined,
    size: file.size ?? undefined,
    width: file.imageInfo?.width ?? undefined,
    height: file.imageInfo?.height ?? undefined,
    previewUrl: webUrl(file.imageInfo?.previewLink) ?? webUrl(file.imageInfo?.previewUrl),
  });
}

function kindOf({ isSticker, isImage, mimeType }: File): AttachmentKind {
  if (isSticker) return 'sticker';
  if (isImage) return 'image';
  const family = /^(image|video|audio)\//i.exec(mimeType ?? '')?.[1]?.toLowerCase();
  return (family as AttachmentKind | undefined) ?? 'file';
}

function isSame(one: Attachment, other: Attachment): boolean {
  return one.url !== undefined && one.url === other.url;
}
