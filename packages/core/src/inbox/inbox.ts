import type { BudgetSnapshot } from '../http/index.ts';
import type {
  Agent,
  AssigneeTarget,
  CallOptions,
  Channel,
  ChannelPatch,
  Conversation,
  ConversationQuery,
  Draft,
  Group,
  Listing,
  ListOptions,
  Message,
  Note,
  ReadOptions,
  SendAs,
  SendOptions,
  WebsiteChannelDraft,
} from '../model/index.ts';
import type { Capabilities, LiveOperations, Operation, PickMethods, SupportedCapability } from '../provider/index.ts';
import type { NativeApi } from './native-api.ts';

/** A draft with only what the operations `O` can carry. */
export type DraftFor<O extends Operation> = Pick<Draft, 'text' | 'providerOptions'> &
  ('messages.send.file' extends O ? Pick<Draft, 'attachments'> : unknown) &
  ('messages.send.automated' extends O ? Pick<Draft, 'automated'> : unknown);

type Filters = Pick<ConversationQuery, 'channelId' | 'assignee' | 'unread' | 'search'>;
type DeclaredFilters = { readonly limits: { readonly filters: readonly unknown[] } };
type DeclaredStatuses = { readonly limits: { readonly statuses: readonly unknown[] } };

/** The query with only the filters and statuses that a declaration names; with all of them where the declaration is not known. */
export type QueryFor<Declared> = Declared extends DeclaredFilters
  ? ListOptions & {
      readonly [F in keyof Filters as F extends Declared['limits']['filters'][number] ? F : never]?: Filters[F];
    } & (Declared extends DeclaredStatuses
        ? { readonly status?: Declared['limits']['statuses'][number] | undefined }
        : unknown)
  : ConversationQuery;

/** To whom the operations `O` can assign. */
export type AssigneeFor<O extends Operation> =
  | ('conversations.assign.agent' extends O ? Extract<AssigneeTarget, { agentId: string }> : never)
  | ('conversations.assign.group' extends O ? Extract<AssigneeTarget, { groupId: string }> : never);

/**
 * Every method of an inbox. All take and give ids as an inbox gave them. All reject with `InboxError` only: `unsupported` before any request when
 * the provider cannot do it, `unknown-connection` for an id of another connection, `invalid-request` for malformed input. A write that resolves
 * was confirmed by the vendor; one that rejects says in `outcome` whether it may have happened all the same.
 */
export interface InboxMethods<O extends Operation, Query = ConversationQuery> {
  conversations: {
    /** Newest activity first. */
    list(query?: Query): Listing<Conversation>;
    get(id: string, options?: ReadOptions): Promise<Conversation>;
    /** Closing a closed conversation is no error. */
    close(id: string, options?: CallOptions): Promise<void>;
    reopen(id: string, options?: CallOptions & { readonly agentId?: string | undefined }): Promise<void>;
    markRead(id: string, options?: CallOptions): Promise<void>;
    /** `note` goes to the agents, where the provider carries one. */
    assign(
      id: string,
      to: AssigneeFor<O>,
      options?: CallOptions & { readonly note?: string | undefined },
    ): Promise<void>;
    unassign(id: string, options?: CallOptions): Promise<void>;
  };
  messages: {
    /** Newest first. */
    list(conversationId: string, options?: ListOptions): Listing<Message>;
    get(id: string, options?: ReadOptions): Promise<Message>;
    /** Resolves with the message as the vendor took it. Never sends twice: see `InboxError.outcome` for what to do when it rejects. */
    send(conversationId: string, draft: DraftFor<O>, options?: SendOptions): Promise<Message>;
    edit(id: string, change: { readonly text: string }, options?: CallOptions): Promise<void>;
    delete(id: string, options?: CallOptions): Promise<void>;
  };
  notes: {
    add(conversationId: string, note: { readonly text: string }, options?: Omit<SendOptions, 'key'>): Promise<Note>;
    /** Newest first. */
    list(conversationId: string, options?: ListOptions): Listing<Note>;
  };
  channels: {
    list(options?: ListOptions): Listing<Channel>;
    get(id: string, options?: ReadOptions): Promise<Channel>;
    createWebsite(draft: WebsiteChannelDraft, options?: CallOptions): Promise<Channel>;
    update(id: string, patch: ChannelPatch, options?: CallOptions): Promise<void>;
    delete(id: string, options?: CallOptions): Promise<void>;
    rotateToken(id: string, options?: CallOptions): Promise<void>;
    setAiAgent(id: string, state: { readonly enabled: boolean }, options?: CallOptions): Promise<void>;
  };
  agents: {
    list(options?: ListOptions): Listing<Agent>;
    setOnline(agent: SendAs, options?: CallOptions): Promise<void>;
  };
  groups: {
    list(options?: ListOptions): Listing<Group>;
  };
}

export interface InboxBase extends AsyncDisposable {
  /** The provider's id, such as `smartsender`. */
  readonly provider: string;
  readonly connectionId: string;
  /**
   * Whether this inbox can do it. Narrows the type: afterwards the operation may be called on any inbox, and the inbox may be passed to a function
   * that asks for an `InboxWith` it.
   */
  supports<O extends Operation>(operation: O): this is InboxWith<O>;
  /** What is left of the vendor's request limit, as far as this process knows; undefined when no limit is documented. */
  budget(): BudgetSnapshot | undefined;
  /** Refuses new calls, lets those in flight end, then closes the connections. Safe to call twice. */
  close(): Promise<void>;
}

/** An inbox that surely has the operations `O`: what a function should ask for when it needs only these. */
export type InboxWith<O extends Operation> = InboxBase & {
  readonly capabilities: { readonly [Name in O]: SupportedCapability };
} & PickMethods<InboxMethods<O>, O>;

/** The inbox of a provider that declares `C`: an operation that is `none`, or that needs a store, is absent. */
export type InboxFor<C extends Capabilities, Native> = InboxBase & {
  /** The provider's declaration, as data. */
  readonly capabilities: C;
  /** The vendor's own calls, in the vendor's ids, through the same auth, limits and errors. */
  readonly native: Native;
} & PickMethods<InboxMethods<LiveOperations<C>, QueryFor<C['conversations.list']>>, LiveOperations<C>>;

/** The inbox of whatever provider a configuration names: every operation exists, and refuses when the provider cannot do it. */
export type Inbox = InboxFor<Capabilities, NativeApi>;
