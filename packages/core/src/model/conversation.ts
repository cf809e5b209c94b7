import type { ChannelKind } from './channel.ts';
import type { Open } from './open.ts';
import type { Agent, Contact, Group } from './people.ts';
import type { Provenance } from './provenance.ts';

export type ConversationStatus = 'open' | 'pending' | 'snoozed' | 'closed' | 'unknown';

/** One thread with one contact. Times are ISO 8601 UTC. Absent means the vendor does not say; null means it is known to be empty. */
export interface Conversation {
  /** `<connectionId>:<nativeId>`: pass it back verbatim, never take it apart. */
  readonly id: string;
  readonly nativeId: string;
  readonly connectionId: string;
  readonly provider: string;
  readonly channel: ConversationChannel;
  readonly contact: Contact;
  /** `unknown` when the vendor does not tell on this read. */
  readonly status: ConversationStatus;
  /** The vendor's own word. */
  readonly nativeStatus?: string;
  readonly assignee?: Assignee | null;
  readonly subject?: string | null;
  readonly unreadCount?: number;
  readonly lastMessage?: LastMessage | null;
  readonly waitingSince?: string | null;
  readonly canReply?: CanReply;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  readonly links?: Readonly<Record<string, string>>;
  readonly provenance: Provenance;
  /** The vendor's object without its secret fields; only with `include: ['raw']`. */
  readonly raw?: unknown;
}

export interface ConversationChannel {
  readonly id?: string;
  readonly kind: Open<ChannelKind>;
  readonly nativeKind?: string;
  readonly name?: string;
}

export interface Assignee {
  readonly agent?: Agent;
  readonly group?: Group;
}

export interface LastMessage {
  readonly text: string;
  readonly direction?: 'inbound' | 'outbound';
  readonly createdAt?: string;
}

export interface CanReply {
  readonly allowed: boolean;
  /** The end of the vendor's reply window. */
  readonly until?: string;
  readonly reason?: string;
}
