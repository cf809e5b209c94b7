import type { Channel } from './channel.ts';
import type { Conversation } from './conversation.ts';
import type { Message, Note } from './message.ts';
import type { Agent, Contact } from './people.ts';

/** What can happen, as a closed list. What a vendor tells beyond it is `vendor.other`: kept, never dropped. */
export const eventTypes = [
  'conversation.started',
  'conversation.updated',
  'conversation.assigned',
  'conversation.unassigned',
  'conversation.closed',
  'conversation.reopened',
  'message.received',
  'message.sent',
  'message.updated',
  'message.deleted',
  'message.failed',
  'note.added',
  'contact.updated',
  'vendor.other',
] as const;

export type InboxEventType = (typeof eventTypes)[number];

/** Something that happened at a vendor, as the log keeps it. */
export interface InboxEvent {
  /** Derived from the content: the same fact seen twice, by whatever way, has the same id. */
  readonly id: string;
  readonly type: InboxEventType;
  readonly tenantId?: string;
  readonly connectionId: string;
  /** The provider's id. */
  readonly provider: string;
  readonly conversationId?: string;
  /** When it happened, as far as the vendor says; otherwise when we heard of it. ISO 8601 UTC. */
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly via: 'webhook' | 'hub' | 'poll' | 'send';
  readonly data: EventData;
}

/** What an event tells: of each thing only the fields that it names. For the whole thing ask the inbox. */
export interface EventData {
  readonly conversation?: ConversationFacts;
  readonly message?: MessageFacts;
  readonly note?: Omit<Note, 'provenance' | 'raw'>;
  readonly contact?: Contact;
  readonly agents?: readonly Agent[];
  readonly channel?: Omit<Channel, 'provenance' | 'raw'>;
  /** The vendor's name of the event. */
  readonly nativeType?: string;
  /** Of `vendor.other`: what the vendor sent, whole. */
  readonly raw?: unknown;
}

export type ConversationFacts = Pick<Conversation, 'id' | 'nativeId'> &
  Partial<Omit<Conversation, 'provenance' | 'raw' | 'connectionId' | 'provider'>>;

export type MessageFacts = Pick<Message, 'id' | 'nativeId' | 'conversationId'> &
  Partial<Omit<Message, 'provenance' | 'raw' | 'html'>> & {
    /** Null: the rendering that was told before is of another text. */
    readonly html?: string | null;
  };
