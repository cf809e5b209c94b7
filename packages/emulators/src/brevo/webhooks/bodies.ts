import { type BrevoConversationRecord, hasOnlineAgent } from '../state.ts';
import { toWebhookMessage } from '../to-wire.ts';
import type {
  BrevoAgent,
  BrevoConversationFragment,
  BrevoConversationStarted,
  BrevoConversationTranscript,
  BrevoMessage,
} from '../wire.ts';
import type { World } from '../world.ts';

/** The three bodies (vendors/brevo.md §3.3), as copies: what happens later does not change what was sent. */

export function startedBody(
  world: World,
  conversation: BrevoConversationRecord,
  message: BrevoMessage,
): BrevoConversationStarted {
  const [agent] = agentsOf(world, [message]);
  return {
    eventName: 'conversationStarted',
    conversationId: conversation.conversationId,
    ...startPage(conversation),
    isNoAvailableAgent: !hasOnlineAgent(world.state, world.now()),
    message: toWebhookMessage(message, world.behaviour().attachmentNames),
    ...(agent === undefined ? {} : { agent }),
    visitor: structuredClone(conversation.visitor),
  };
}

export function fragmentBody(
  world: World,
  conversation: BrevoConversationRecord,
  messages: readonly BrevoMessage[],
): BrevoConversationFragment {
  return {
    eventName: 'conversationFragment',
    conversationId: conversation.conversationId,
    messages: messages.map((message) => toWebhookMessage(message, world.behaviour().attachmentNames)),
    agents: agentsOf(world, messages),
    visitor: structuredClone(conversation.visitor),
    isNoAvailableAgent: !hasOnlineAgent(world.state, world.now()),
  };
}

export function transcriptBody(world: World, conversation: BrevoConversationRecord): BrevoConversationTranscript {
  const { messages, visitor, banned } = conversation;
  return {
    eventName: 'conversationTranscript',
    conversationId: conversation.conversationId,
    ...startPage(conversation),
    messages: messages.map((message) => toWebhookMessage(message, world.behaviour().attachmentNames)),
    missedMessagesCount: messages.filter(({ isMissed }) => isMissed).length,
    agents: agentsOf(world, messages),
    visitor: { ...structuredClone(visitor), isBanned: banned },
  };
}

function agentsOf({ state }: World, messages: readonly BrevoMessage[]): BrevoAgent[] {
  const authors = new Set(messages.map(({ agentId }) => agentId));
  return state.agents
    .filter(({ id }) => authors.has(id))
    .map(({ id, name, email, userpic = null }) => ({ id, name, email, userpic }));
}

function startPage({ startPage: page }: BrevoConversationRecord) {
  return page === undefined ? {} : { conversationStartPage: { ...page } };
}
