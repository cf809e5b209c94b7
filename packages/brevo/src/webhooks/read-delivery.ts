import {
  contentKey,
  defined,
  InboxError,
  type NativeConversationFacts,
  type NativeEvent,
  type NativeMessage,
} from '@anyinbox/core/provider';
import type { Context } from '../config.ts';
import { messageMapper } from '../message.ts';
import type { BrevoDelivery, BrevoVisitor } from './delivery-schema.ts';
import { messageEvents } from './message-events.ts';
import { toAgent, visitorFacts } from './visitor-facts.ts';

/** One of the three events, as what happened. `whole` is false when a message of it could not be read. */
export function readDelivery(
  delivery: BrevoDelivery,
  context: Context,
): { readonly events: readonly NativeEvent[]; readonly whole: boolean } {
  const raws = delivery.eventName === 'conversationStarted' ? [delivery.message] : delivery.messages;
  const messages = readMessages(raws, delivery.visitor, context);
  const facts = visitorFacts(delivery.visitor);
  const [oldest] = messages;
  const newest = messages.at(-1);
  // What is said of the visitor in passing has no time of its own: it was so when the newest message was written.
  const told = newest ? [visitorEvent(delivery, facts, newest)] : [];
  return {
    events: [
      ...(delivery.eventName === 'conversationStarted' && oldest ? [startedEvent(facts, oldest)] : []),
      ...messages.flatMap((message) => messageEvents(message, delivery.visitor.id)),
      ...told,
      ...(delivery.eventName === 'conversationTranscript' && newest ? [closedEvent(facts, newest)] : []),
    ],
    whole: messages.length === raws.length,
  };
}

/** In the order of their times: that of the vendor's array must not be trusted (vendors/brevo.md §3.3). */
function readMessages(
  raws: readonly unknown[],
  { id, displayedName }: BrevoVisitor,
  context: Context,
): NativeMessage[] {
  const name = displayedName || undefined;
  const map = messageMapper(context);
  const read = raws.flatMap((raw): NativeMessage[] => {
    try {
      const message = map(raw);
      if (message.author.kind !== 'contact') return [message];
      return [{ ...message, author: defined({ id, name, ...message.author }) }];
    } catch (error) {
      if (InboxError.isInstance(error)) return [];
      throw error;
    }
  });
  return read.sort((left, right) => (left.createdAt < right.createdAt ? -1 : left.createdAt > right.createdAt ? 1 : 0));
}

function visitorEvent(delivery: BrevoDelivery, facts: NativeConversationFacts, newest: NativeMessage): NativeEvent {
  const started = delivery.eventName === 'conversationStarted' ? [delivery.agent ?? []].flat() : [];
  const agents = [...(delivery.agents ?? []), ...started].map(toAgent);
  return defined({
    type: 'contact.updated' as const,
    key: contentKey([facts, agents]),
    conversationId: facts.nativeId,
    occurredAt: newest.createdAt,
    conversation: facts,
    contact: facts.contact,
    agents: agents.length > 0 ? agents : undefined,
    nativeType: delivery.eventName,
  });
}

/** One per conversation and visitor: a continuous conversation begins again with every visit (vendors/brevo.md §3.3). */
function startedEvent(facts: NativeConversationFacts, first: NativeMessage): NativeEvent {
  return {
    type: 'conversation.started',
    key: first.nativeId,
    conversationId: facts.nativeId,
    occurredAt: first.createdAt,
    conversation: { ...facts, status: 'open', createdAt: first.createdAt },
    nativeType: 'conversationStarted',
  };
}

/**
 * That a transcript comes says that the conversation ended, not when: a moment after its newest message, so that this message does not count as opening it
 * again, and the next one does.
 */
function closedEvent(facts: NativeConversationFacts, newest: NativeMessage): NativeEvent {
  return {
    type: 'conversation.closed',
    key: newest.nativeId,
    conversationId: facts.nativeId,
    occurredAt: new Date(Date.parse(newest.createdAt) + 1).toISOString(),
    conversation: { ...facts, status: 'closed', nativeStatus: 'ended' },
    nativeType: 'conversationTranscript',
  };
}
