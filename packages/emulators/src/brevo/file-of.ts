import type { BrevoFile } from './wire.ts';

/** A file as a test names it: what is left out is filled in. */
export type BrevoIncomingFile = Pick<BrevoFile, 'name' | 'link'> & Partial<BrevoFile>;

export function fileOf({ mimeType = 'application/octet-stream', ...rest }: BrevoIncomingFile): BrevoFile {
  return { mimeType, size: 0, isImage: mimeType.startsWith('image/'), isAllowedFileType: true, ...rest };
}
