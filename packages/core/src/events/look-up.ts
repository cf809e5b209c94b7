import { InboxError } from '../errors/index.ts';
import type { OpenInbox } from '../inbox/index.ts';
import { type Conversation, formatId, type Message } from '../model/index.ts';
import type { Hint, NativeConversation, NativeEvent, NativeMessageFacts } from '../provider/index.ts';
import type { Scope, Store } from '../store/index.ts';
import { conversationEvent } from './conversation-event.ts';
import { changedMessageEvent, newMessageEvent } from './message-events.ts';
import { conversationFacts, messageFacts } from './native-facts.ts';
import { pagesOf } from './pages.ts';

export interface LookUpContext {
  readonly open: OpenInbox;
  readonly store: Store;
  readonly scope: Scope;
}

export interface LookUpOptions {
  readonly signal: AbortSignal | undefined;
  /**
   * Messages before this time are told already: reading stops there. Not at one that is known, for below what a webhook brought there may be a gap.
   * Absent: the newest page is enough.
   */
  readonly since?: string | undefined;
  /** Reads to the end of the history. */
  readonly whole?: boolean;
}

/** The events that bring the mirror up to what the vendor shows of one conversation. */
export async function lookUp(
  read: Conversation,
  context: LookUpContext,
  options: LookUpOptions,
): Promise<readonly NativeEvent[]> {
  const facts = conversationFacts(read);
  const [known] = await context.store.get(context.scope, 'conversation', [facts.nativeId]);
  const messages = await lookUpMessages(read, facts as NativeConversation, context, options);
  const conversation = conversationEvent(facts, known, read.provenance.asOf);
  return conversation ? [conversation, ...messages] : messages;
}

async function lookUpMessages(
  read: Conversation,
  facts: NativeConversation,
  { open, store, scope }: LookUpContext,
  { signal, since, whole = false }: LookUpOptions,
): Promise<readonly NativeEvent[]> {
  const eventsOf = async (messages: readonly NativeMessageFacts[]) => {
    const ids = messages.map(({ nativeId }) => nativeId);
    const known = new Map((await store.get(scope, 'message', ids)).map((record) => [record.id, record]));
    return messages.flatMap((message) => {
      const before = known.get(message.nativeId);
      return before
        ? (changedMessageEvent(facts.nativeId, message, before) ?? [])
        : newMessageEvent(facts.nativeId, message);
    });
  };
  if (!open.live.supports('messages.list')) {
    const shown = open.events().messagesIn?.(facts) ?? [];
    // What is shown of a message in passing says nothing against what is known of it.
    return (await eventsOf(shown)).filter(({ type }) => type === 'message.received' || type === 'message.sent');
  }
  const { list } = open.live.messages;
  const found: NativeEvent[] = [];
  try {
    for await (const { items } of pagesOf((cursor) => list(read.id, { signal, cursor }))) {
      found.unshift(...(await eventsOf(items.map(messageFacts))).toReversed());
      if (!whole && (since === undefined || reaches(items, since))) break;
    }
  } catch (error) {
    // Of some vendors only an answer tells whether it shows messages at all. That it does not must not hide the conversation.
    if (!InboxError.isInstance(error) || error.code !== 'unsupported') throw error;
  }
  return found;
}

function reaches(messages: readonly Message[], since: string): boolean {
  return messages.some(({ createdAt }) => createdAt < since);
}

/** The conversation that a hint names, read from the vendor; undefined when there is none. */
export async function readHinted(
  hint: Exclude<Hint, { conversations: 'newest' }>,
  { open, scope }: LookUpContext,
  signal: AbortSignal | undefined,
): Promise<Conversation | undefined> {
  try {
    const nativeId =
      'conversationId' in hint ? hint.conversationId : await conversationOf(open, hint.contactId, signal);
    if (nativeId === undefined) return undefined;
    return await open.live.conversations.get(formatId(scope.connectionId, nativeId), { signal });
  } catch (error) {
    // Whoever sent the hint may be wrong, or late.
    if (InboxError.isInstance(error) && (error.code === 'not-found' || error.code === 'invalid-request'))
      return undefined;
    throw error;
  }
}

async function conversationOf(open: OpenInbox, contactId: string, signal: AbortSignal | undefined) {
  return open.run('events.lookUp.get', { signal }, async (call) => open.events().conversationOf?.(contactId, call));
}
