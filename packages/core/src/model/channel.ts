import type { Open } from './open.ts';
import type { Provenance } from './provenance.ts';

export type ChannelKind =
  | 'website'
  | 'email'
  | 'sms'
  | 'whatsapp'
  | 'facebook'
  | 'instagram'
  | 'telegram'
  | 'viber'
  | 'unknown';

/** One way in: a website widget, a WhatsApp number, a Telegram bot. */
export interface Channel {
  readonly id: string;
  readonly nativeId: string;
  readonly kind: Open<ChannelKind>;
  /** The vendor's word for the kind. */
  readonly nativeKind: string;
  readonly name: string;
  readonly active?: boolean;
  readonly aiAgentEnabled?: boolean;
  readonly createdAt?: string;
  readonly provenance: Provenance;
  readonly raw?: unknown;
}
