export type AttachmentKind =
  | 'image'
  | 'video'
  | 'audio'
  | 'voice'
  | 'file'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'unknown';

export interface Attachment {
  readonly kind: AttachmentKind;
  /** The vendor's word when `kind` does not say it all. */
  readonly nativeKind?: string;
  readonly url?: string;
  readonly name?: string;
  readonly mimeType?: string;
  /** Bytes. */
  readonly size?: number;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly previewUrl?: string;
  /** Degrees; only for `location`. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Only for `contact`. */
  readonly fullName?: string;
  readonly phone?: string;
}
