import type { AssigneeTarget, ChannelPatch, SendAs, WebsiteChannelDraft } from '../model/index.ts';
import type { Capabilities, LiveOperations, MethodOf } from './capabilities.ts';
import type {
  NativeAgent,
  NativeChannel,
  NativeConversation,
  NativeConversationQuery,
  NativeDraft,
  NativeGroup,
  NativeMessage,
  NativeNote,
  NativePage,
  PageRequest,
} from './native.ts';
import type { Call } from './request.ts';

/**
 * What a provider implements, all in the vendor's ids. Core has checked the input against the declared limits, and turns what is thrown into
 * an `InboxError` that names the operation. A handler that resolves says that the vendor did it.
 */
export interface AllHandlers {
  conversations: {
    /** Newest activity first. */
    list(query: NativeConversationQuery, page: PageRequest, call: Call): Promise<NativePage<NativeConversation>>;
    /** Throws `not-found` when there is none. */
    get(conversationId: string, call: Call): Promise<NativeConversation>;
    close(conversationId: string, call: Call): Promise<void>;
    reopen(conversationId: string, options: { readonly agentId?: string | undefined }, call: Call): Promise<void>;
    markRead(conversationId: string, call: Call): Promise<void>;
    assign(
      conversationId: string,
      target: AssigneeTarget,
      options: { readonly note?: string | undefined },
      call: Call,
    ): Promise<void>;
    unassign(conversationId: string, call: Call): Promise<void>;
  };
  messages: {
    /** Newest first. */
    list(conversationId: string, page: PageRequest, call: Call): Promise<NativePage<NativeMessage>>;
    get(messageId: string, call: Call): Promise<NativeMessage & { readonly conversationId: string }>;
    /** Its request has the effect `send`. Resolves with the message as the vendor answered it. */
    send(conversationId: string, draft: NativeDraft, call: Call): Promise<NativeMessage>;
    edit(messageId: string, change: { readonly text: string }, call: Call): Promise<void>;
    delete(messageId: string, call: Call): Promise<void>;
  };
  notes: {
    add(
      conversationId: string,
      note: { readonly text: string; readonly as?: SendAs | undefined },
      call: Call,
    ): Promise<NativeNote>;
    /** Newest first. */
    list(conversationId: string, page: PageRequest, call: Call): Promise<NativePage<NativeNote>>;
  };
  channels: {
    list(page: PageRequest, call: Call): Promise<NativePage<NativeChannel>>;
    get(channelId: string, call: Call): Promise<NativeChannel>;
    createWebsite(
      draft: WebsiteChannelDraft & { readonly options?: Readonly<Record<string, unknown>> | undefined },
      call: Call,
    ): Promise<NativeChannel>;
    update(
      channelId: string,
      patch: ChannelPatch & { readonly options?: Readonly<Record<string, unknown>> | undefined },
      call: Call,
    ): Promise<void>;
    delete(channelId: string, call: Call): Promise<void>;
    rotateToken(channelId: string, call: Call): Promise<void>;
    setAiAgent(channelId: string, state: { readonly enabled: boolean }, call: Call): Promise<void>;
  };
  agents: {
    list(page: PageRequest, call: Call): Promise<NativePage<NativeAgent>>;
    setOnline(agent: SendAs, call: Call): Promise<void>;
  };
  groups: {
    list(page: PageRequest, call: Call): Promise<NativePage<NativeGroup>>;
  };
}

type GroupOf<M extends string> = M extends `${infer G}.${string}` ? G : never;
type NameIn<M extends string, G extends string> = M extends `${G}.${infer Name}` ? Name : never;

/** Of a set of groups of methods, only those that the operations `O` need. */
export type PickMethods<Groups, O extends string> = {
  [G in keyof Groups & GroupOf<MethodOf<O>>]: Pick<Groups[G], keyof Groups[G] & NameIn<MethodOf<O>, G>>;
};

/**
 * The handlers that a declaration promises: one missing does not compile. (One too many is refused when it connects.) What core serves from the mirror
 * needs none.
 */
export type HandlersFor<C extends Capabilities> = PickMethods<AllHandlers, LiveOperations<C>>;
