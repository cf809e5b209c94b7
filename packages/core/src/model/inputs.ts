import type { AttachmentKind } from './attachment.ts';
import type { ConversationStatus } from './conversation.ts';

/** What every call takes. */
export interface CallOptions {
  /** Aborting rejects at once with `aborted`, its `cause` being the signal's reason, also while the call waits to retry. */
  readonly signal?: AbortSignal | undefined;
}

export interface ReadOptions extends CallOptions {
  /** `raw` adds the vendor's object, without its secret fields, to each result. */
  readonly include?: readonly 'raw'[] | undefined;
}

export interface ListOptions extends ReadOptions {
  /** Items per page, at least 1. Larger than the vendor's page, it becomes several requests. Default: the vendor's largest page. */
  readonly limit?: number | undefined;
  /** A `nextCursor` of the same connection and query. */
  readonly cursor?: string | undefined;
}

/** Filters that a provider cannot apply are refused, never ignored. */
export interface ConversationQuery extends ListOptions {
  readonly status?: Exclude<ConversationStatus, 'unknown'> | undefined;
  readonly channelId?: string | undefined;
  /** Conversations of one agent or group, or (`null`) of nobody. */
  readonly assignee?: AssigneeTarget | null | undefined;
  /** Only `true` filters. */
  readonly unread?: boolean | undefined;
  readonly search?: string | undefined;
}

export type AssigneeTarget =
  | { readonly agentId: string; readonly groupId?: never }
  | { readonly groupId: string; readonly agentId?: never };

/** What to send. At least a text or an attachment. */
export interface Draft {
  readonly text?: string | undefined;
  readonly attachments?: readonly DraftAttachment[] | undefined;
  /** Marks the message as sent by a trigger rather than by a person. */
  readonly automated?: boolean | undefined;
  /** Per provider id; other providers ignore it. */
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/** A file by its public URL (`kind` defaults to `file`), a place, or a contact card. */
export type DraftAttachment =
  | {
      readonly kind?: Exclude<AttachmentKind, 'location' | 'contact' | 'unknown'> | undefined;
      readonly url: string;
      readonly name?: string | undefined;
    }
  | {
      readonly kind: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string | undefined;
    }
  | { readonly kind: 'contact'; readonly fullName: string; readonly phone: string };

/** In whose name to write: one of the vendor's agents, or a person whom the vendor does not know. */
export type SendAs =
  | { readonly agentId: string; readonly name?: never; readonly email?: never }
  | { readonly name: string; readonly email: string; readonly agentId?: never };

export interface SendOptions extends CallOptions {
  /** Makes the send repeatable: the same key never sends twice. Needs a store; refused without one. */
  readonly key?: string | undefined;
  readonly as?: SendAs | undefined;
}

/** A website chat channel to create. */
export interface WebsiteChannelDraft {
  readonly name: string;
  readonly aiAgentEnabled?: boolean | undefined;
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/** Only the fields given are changed. What a provider cannot change is refused, naming the field. */
export interface ChannelPatch {
  readonly name?: string | undefined;
  readonly active?: boolean | undefined;
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}
