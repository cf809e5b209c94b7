import type {
  Agent,
  AssigneeTarget,
  Channel,
  Conversation,
  Draft,
  Group,
  Message,
  Note,
  SendAs,
} from '../model/index.ts';

type Localized = 'id' | 'connectionId' | 'provider' | 'conversationId' | 'provenance';

interface NativeFields {
  /** False when this read shows only part of the object. Default true. */
  readonly complete?: boolean;
  /** Of what the mirror shows: when it was heard. Providers leave it out. */
  readonly mirroredAt?: string;
  /** The vendor's object without its secret fields. Always given: core drops it unless the app asked for it. */
  readonly raw: unknown;
}

/**
 * What mappers make: the model before core gives it our ids and its provenance. Every id in it, nested ones too, is the vendor's.
 */
export type NativeConversation = Omit<Conversation, Localized | 'raw'> & NativeFields;
export type NativeMessage = Omit<Message, Localized | 'raw'> & NativeFields;
export type NativeNote = Omit<Note, Localized | 'raw'> & NativeFields;
export type NativeChannel = Omit<Channel, Localized | 'raw'> & NativeFields;
export type NativeAgent = Omit<Agent, 'raw'> & NativeFields;
export type NativeGroup = Omit<Group, 'raw'> & NativeFields;

/** A page as the vendor cuts it. */
export interface NativePage<T> {
  readonly items: readonly T[];
  /** Where the vendor continues; absent at the end. */
  readonly next?: string | undefined;
  /** When the vendor shows only part of the list: why, in a few words. */
  readonly incomplete?: string | undefined;
}

/** Which page to read. */
export interface PageRequest {
  /** The `next` of the page before; absent for the first. */
  readonly position?: string | undefined;
  /** How many items are wanted; the provider asks for at most the vendor's largest page. */
  readonly limit: number;
}

/** The app's filters in native ids, already checked against the declared limits. */
export interface NativeConversationQuery {
  readonly status?: 'open' | 'pending' | 'snoozed' | 'closed' | undefined;
  readonly channelId?: string | undefined;
  readonly assignee?: AssigneeTarget | null | undefined;
  readonly unread?: boolean | undefined;
  readonly search?: string | undefined;
}

/** A draft that was checked: it has a text or attachments, within the declared limits. */
export interface NativeDraft extends Omit<Draft, 'providerOptions'> {
  readonly as?: SendAs | undefined;
  /** The app's options for this provider, unchecked. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}
