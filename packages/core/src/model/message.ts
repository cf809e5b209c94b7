import type { Attachment } from './attachment.ts';
import type { Provenance } from './provenance.ts';

/** One entry of a conversation's history: something said, or (`activity`) something that happened. */
export interface Message {
  readonly id: string;
  readonly nativeId: string;
  readonly conversationId: string;
  readonly kind: 'message' | 'activity';
  readonly direction: 'inbound' | 'outbound';
  readonly author: Author;
  /** Plain text; empty when the message is only attachments. */
  readonly text: string;
  /** Only a form that is safe to render. */
  readonly html?: string;
  readonly attachments: readonly Attachment[];
  readonly delivery: Delivery;
  /** Sent by a trigger, a campaign or a bot rather than by a person. */
  readonly automated?: boolean;
  /** The key of our own send that this message is the echo of. */
  readonly echoOf?: string;
  readonly createdAt: string;
  readonly editedAt?: string | null;
  readonly deletedAt?: string | null;
  readonly provenance: Provenance;
  readonly raw?: unknown;
}

export interface Author {
  readonly kind: 'contact' | 'agent' | 'bot' | 'system' | 'unknown';
  readonly id?: string;
  readonly name?: string;
  readonly avatarUrl?: string;
}

export interface Delivery {
  readonly state: 'pending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';
  /** The vendor's word for why, when it is a code. */
  readonly reason?: string;
}

/** Seen by agents only. It is its own type so that no flag can turn it into a public reply. */
export interface Note {
  readonly id: string;
  readonly nativeId: string;
  readonly conversationId: string;
  readonly author: Author;
  readonly text: string;
  readonly createdAt?: string;
  readonly provenance: Provenance;
  readonly raw?: unknown;
}
