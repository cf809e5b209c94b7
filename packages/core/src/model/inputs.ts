import type { AttachmentKind } from './attachment.ts';
import type { ConversationStatus } from './conversation.ts';

/** What every call takes. */
export interface CallOptions {
  /** Aborting rejects at once with `aborted`, its `cause` being the signal's reason, also while the call waits to retry. */
  readonly signal?: AbortSignal;
}

export interface ReadOptions extends CallOptions {
  /** `raw` adds the vendor's object, without its secret fields, to each result. */
  readonly include?: readonly 'raw'[];
}

export interface ListOptions extends ReadOptions {
  /** Items per page, at least 1. Larger than the vendor's page, it becomes several requests. Default: the vendor's largest page. */
  readonly limit?: number;
  /** A `nextCursor` of the same connection and query. */
  readonly cursor?: string;
}

/** Filters that a provider cannot apply are refused, never ignored. */
export interface ConversationQuery extends ListOptions {
  readonly status?: Exclude<ConversationStatus, 'unknown'>;
  readonly channelId?: string;
  /** Conversations of one agent or group, or (`null`) of nobody. */
  readonly assignee?: AssigneeTarget | null;
  /** Only `true` filters. */
  readonly unread?: boolean;
  readonly search?: string;
}

export type AssigneeTarget =
  | { readonly agentId: string; readonly groupId?: never }
  | { readonly groupId: string; readonly agentId?: never };

/** What to send. At least a text or an attachment. */
export interface Draft {
  readonly text?: string;
  readonly attachments?: readonly DraftAttachment[];
  /** Marks the message as sent by a trigger rather than by a person. */
  readonly automated?: boolean;
  /** Per provider id; other providers ignore it. */
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A file by its public URL (`kind` defaults to `file`), a place, or a contact card. */
export type DraftAttachment =
  | {
      readonly kind?: Exclude<AttachmentKind, 'location' | 'contact' | 'unknown'>;
      readonly url: string;
      readonly name?: string;
    }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number; readonly name?: string }
  | { readonly kind: 'contact'; readonly fullName: string; readonly phone: string };

/** In whose name to write: one of the vendor's agents, or a person whom the vendor does not know. */
export type SendAs =
  | { readonly agentId: string; readonly name?: never; readonly email?: never }
  | { readonly name: string; readonly email: string; readonly agentId?: never };

export interface SendOptions extends CallOptions {
  /** Makes the send repeatable: the same key never sends twice. Needs a store; refused without one. */
  readonly key?: string;
  readonly as?: SendAs;
}

/** A website chat channel to create. */
export interface WebsiteChannelDraft {
  readonly name: string;
  readonly aiAgentEnabled?: boolean;
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Only the fields given are changed. What a provider cannot change is refused, naming the field. */
export interface ChannelPatch {
  readonly name?: string;
  readonly active?: boolean;
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
