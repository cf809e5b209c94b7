import { contentKey, defined, InboxError, type NativeEvent, type NativeMessage } from '@anyinbox/core/provider';
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
  const whole = messages.length === raws.length;
  const [oldest] = messages;
  const newest = messages.at(-1);
  if (!oldest || !newest) return { events: [], whole };
  const written = messages.flatMap((message) => messageEvents(message, delivery.visitor.id));
  const passing = inPassing(delivery);
  switch (delivery.eventName) {
    case 'conversationStarted':
      return { events: [startedEvent(passing, oldest), ...written], whole };
    case 'conversationFragment':
      return { events: [...written, visitorEvent(passing, newest)], whole };
    case 'conversationTranscript':
      return { events: [...written, closedEvent(passing, newest)], whole };
  }
}

/** In the order of their times: that of the vendor's array must not be trusted (vendors/brevo.md §3.3). */
function readMessages(raws: readonly unknown[], { id }: BrevoVisitor, context: Context): NativeMessage[] {
  const map = messageMapper(context);
  const read = raws.flatMap((raw): NativeMessage[] => {
    try {
      const message = map(raw);
      if (message.author.kind !== 'contact') return [message];
      // Not by name, which may be another one in the next webhook that holds the message.
      return [{ ...message, author: { id, ...message.author } }];
    } catch (error) {
      if (InboxError.isInstance(error)) return [];
      throw error;
    }
  });
  return read.sort((left, right) => (left.createdAt < right.createdAt ? -1 : left.createdAt > right.createdAt ? 1 : 0));
}

type Passing = ReturnType<typeof inPassing>;

/** What every delivery tells besides: whose conversation it is, and which agents are in it. It has no time of its own. */
function inPassing(delivery: BrevoDelivery) {
  const conversation = visitorFacts(delivery.visitor);
  const started = delivery.eventName === 'conversationStarted' ? [delivery.agent ?? []].flat() : [];
  const agents = [...(delivery.agents ?? []), ...started].map(toAgent);
  return defined({
    conversationId: delivery.visitor.id,
    conversation,
    contact: conversation.contact,
    agents: agents.length > 0 ? agents : undefined,
    nativeType: delivery.eventName,
  });
}

/** It was so when the newest message was written. The same at another time is another fact: in between it may have been otherwise. */
function visitorEvent(passing: Passing, { createdAt }: NativeMessage): NativeEvent {
  const key = contentKey([passing.conversation, passing.agents, createdAt]);
  return { ...passing, type: 'contact.updated', key, occurredAt: createdAt };
}

/** One per conversation and visitor: a continuous conversation begins again with every visit (vendors/brevo.md §3.3). */
function startedEvent(passing: Passing, { nativeId, createdAt }: NativeMessage): NativeEvent {
  const conversation = { ...passing.conversation, status: 'open' as const, createdAt };
  return { ...passing, type: 'conversation.started', key: nativeId, occurredAt: createdAt, conversation };
}

/**
 * That a transcript comes says that the conversation ended, not when: a moment after its newest message, so that this message does not count as opening it
 * again, and the next one does.
 */
function closedEvent(passing: Passing, { nativeId, createdAt }: NativeMessage): NativeEvent {
  const occurredAt = new Date(Date.parse(createdAt) + 1).toISOString();
  const conversation = { ...passing.conversation, status: 'closed' as const, nativeStatus: 'ended' };
  return { ...passing, type: 'conversation.closed', key: nativeId, occurredAt, conversation };
}
