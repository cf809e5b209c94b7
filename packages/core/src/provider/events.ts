import type { Agent, Channel, Contact, InboxEventType } from '../model/index.ts';
import type { ConnectContext } from './define-provider.ts';
import type { NativeConversation, NativeMessage, NativeNote } from './native.ts';
import type { Call } from './request.ts';

/** What an event tells of a conversation: only the fields that the vendor named. */
export type NativeConversationFacts = Pick<NativeConversation, 'nativeId'> &
  Partial<Omit<NativeConversation, 'raw' | 'complete' | 'mirroredAt'>>;
export type NativeMessageFacts = Pick<NativeMessage, 'nativeId'> &
  Partial<Omit<NativeMessage, 'raw' | 'complete' | 'mirroredAt' | 'html'>> & {
    /** Null: the rendering that was told before is of another text. */
    readonly html?: string | null | undefined;
  };

/** Something that happened, in the vendor's ids. */
export interface NativeEvent {
  readonly type: InboxEventType;
  /**
   * With the type and the conversation it makes the event's id: the same fact has the same key whenever and however it is told, and another fact
   * another one. Of a message that was received or sent: its native id.
   */
  readonly key: string;
  readonly conversationId?: string | undefined;
  /** ISO 8601 UTC. Absent: when we heard of it. */
  readonly occurredAt?: string | undefined;
  readonly conversation?: NativeConversationFacts | undefined;
  readonly message?: NativeMessageFacts | undefined;
  readonly note?: Omit<NativeNote, 'raw' | 'complete'> | undefined;
  readonly contact?: Contact | undefined;
  readonly agents?: readonly Agent[] | undefined;
  readonly channel?: Omit<Channel, 'id' | 'provenance' | 'raw'> | undefined;
  /** The vendor's name of the event. */
  readonly nativeType?: string | undefined;
  /** Of `vendor.other`: what the vendor sent, without its secrets. */
  readonly raw?: unknown;
}

/** Where to look, when something happened that was not told whole: at one conversation, at a contact's one, or at the newest of all. */
export type Hint =
  | { readonly conversationId: string }
  | { readonly contactId: string }
  | { readonly conversations: 'newest' };

export interface WebhookReading {
  readonly events: readonly NativeEvent[];
  /** Looked up through the API before the webhook is acknowledged; what is found there becomes events too. */
  readonly hints?: readonly Hint[] | undefined;
}

/** The webhooks of a vendor, as data and one pure function. */
export interface WebhookSpec<Config> {
  /** The status that makes this vendor deliver again, answered when the write failed. Its place in the vendor's sheet stands beside it. */
  readonly redeliverStatus: number;
  /**
   * Reads a verified body: parsed JSON, or the text of a body that is none. Whatever it does not recognise is one `vendor.other`; of what it
   * recognises it leaves nothing out. Throws for nothing that a vendor can send; what it throws all the same keeps the body as `vendor.other`.
   */
  read(body: unknown, context: ConnectContext<Config>): WebhookReading;
  /** Authentic bodies for apps' own tests: one of each event that is documented, of one made-up conversation. */
  samples(options: WebhookSampleOptions): readonly WebhookSample[];
}

export interface WebhookSampleOptions {
  /** The native id of the conversation. */
  readonly conversationId: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface WebhookSample {
  /** The vendor's name of the event. */
  readonly name: string;
  readonly body: unknown;
}

/** How the newest conversations are asked for again and again, where a vendor tells nothing by itself. */
export interface PollingSpec {
  /** The shortest wait between two rounds, while something happens; and the longest, while nothing does. Milliseconds. */
  readonly minIntervalMs: number;
  readonly maxIntervalMs: number;
  /** Of the requests of the budget, the part that polling may use: 0 to 1. */
  readonly budgetShare: number;
}

/** Told by a stream while it is open. */
export interface StreamSink {
  /** The stream is open, again perhaps: what happened before is looked up now. */
  opened(): void;
  /** Something happened there. It is read back before it becomes an event. */
  changed(hint: Hint): void;
  /** Fires when the stream shall end. */
  readonly signal: AbortSignal;
}

/** What only a provider can say of its vendor's events. All in the vendor's ids. */
export interface EventHandlers {
  /** The conversation of a contact that a hint names; undefined, or rejecting with `not-found`, where there is none. */
  conversationOf?(contactId: string, call: Call): Promise<string | undefined>;
  /** Of a vendor without a history: the messages that a conversation, as it was read, carries. */
  messagesIn?(conversation: NativeConversation): readonly NativeMessage[];
  /** Opens the vendor's stream, and resolves or rejects when it has ended. It is opened again, after a wait, until the sink's signal fires. */
  stream?(sink: StreamSink, call: Call): Promise<void>;
}
