import type { Speaker } from '../../seed/dialogues.ts';
import { fullName } from '../../seed/people.ts';
import { type PlannedConversation, planConversations } from '../../seed/plan.ts';
import { addConversation } from '../add-conversation.ts';
import { appendMessage } from '../append-message.ts';
import type { SendyiqMessage } from '../assumptions.ts';
import { type ConversationKind, kindOf } from '../kind.ts';
import type { SendyiqConversationRecord, SendyiqState } from '../state.ts';
import { seededAttachments } from './attachments.ts';
import { emptyStore } from './store.ts';

const minute = 60_000;
const senders = { contact: 'Customer', operator: 'Agent', bot: 'Ai' } as const satisfies Record<
  Speaker,
  SendyiqMessage['senderType']
>;

/** A shop's inbox with `count` website chats and `count` social conversations: the same one for the same count and time. */
export function realisticStore(count: number, now: number): SendyiqState {
  const state = emptyStore(now);
  seedKind(state, 'social', planConversations(count, now - 11 * minute, 23));
  seedKind(state, 'chat', planConversations(count, now));
  return state;
}

function seedKind(state: SendyiqState, kind: ConversationKind, plan: readonly PlannedConversation[]): void {
  const channels = state.channels.filter((channel) => kindOf(channel) === kind);
  for (const { index, person, lines, closed, unread } of plan) {
    const channel = channels[index % channels.length] as (typeof channels)[number];
    const conversation = addConversation(state, {
      channel,
      customerName: fullName(person),
      customerPhone: channel.channelType === 'WhatsApp' ? person.phone : null,
      customerEmail: channel.channelType === 'Website' ? person.email : null,
      status: closed ? 'Resolved' : 'Open',
      at: (lines[0]?.at ?? 0) - minute,
    });
    lines.forEach(({ speaker, text, at }, line) => {
      const attachments = line === 0 ? seededAttachments[index] : undefined;
      appendMessage(state, conversation, { senderType: senders[speaker], text, attachments, at });
    });
    conversation.unreadCount = unread;
    settle(conversation, index);
  }
}

/** Delivery as it looks some minutes later. */
function settle({ messages }: SendyiqConversationRecord, index: number): void {
  const outbound = messages.filter(({ direction }) => direction === 'Outbound');
  outbound.forEach((message, position) => {
    message.status = position === outbound.length - 1 ? 'Delivered' : 'Read';
  });
  const last = messages.at(-1);
  if (index === 6 && last?.direction === 'Outbound') last.status = 'Failed';
}
