import { assumed } from './assumptions.ts';
import { type MessageRecord, type SmartsenderConversation, type SmartsenderState, takeId, touch } from './state.ts';
import type { SmartsenderMessage, SmartsenderTemplate } from './wire.ts';
import { wireTime } from './wire-time.ts';

export type SenderKind = keyof typeof assumed.senderTypes;

export interface NewMessage {
  content: SmartsenderTemplate;
  from: SenderKind;
  at: number;
  gateId?: number;
  internal?: boolean;
}

/** Adds a message at the end and moves the chat to the top. Unread counts are the caller's business. */
export function appendMessage(
  state: SmartsenderState,
  conversation: SmartsenderConversation,
  message: NewMessage,
): MessageRecord {
  const fromContact = message.from === 'contact';
  const record: MessageRecord = {
    id: takeId(state, 'message'),
    content: message.content,
    internal: message.internal ?? false,
    state: { type: fromContact ? assumed.messageStates.delivered : assumed.messageStates.sent, message: null },
    sender: senderOf(state, conversation, message.from),
    gateId: message.gateId ?? replyGate(conversation).id,
    editedAt: null,
    seenAt: null,
    createdAt: wireTime(message.at),
    deliveredAt: fromContact ? wireTime(message.at) : null,
  };
  conversation.messages.push(record);
  touch(state, conversation, message.at);
  return record;
}

/** The gate the contact wrote to last if it is subscribed, else the first subscribed one, else the first. */
export function replyGate(conversation: SmartsenderConversation): SmartsenderConversation['gates'][number] {
  const { gates, messages } = conversation;
  const lastWritten = messages.findLast(({ sender }) => sender.type === assumed.senderTypes.contact)?.gateId;
  const subscribed = gates.filter((gate) => gate.subscribed);
  const gate = subscribed.find(({ id }) => id === lastWritten) ?? subscribed[0] ?? gates[0];
  if (gate === undefined) throw new Error(`Chat ${conversation.id} has no gate`);
  return gate;
}

function senderOf(
  state: SmartsenderState,
  conversation: SmartsenderConversation,
  from: SenderKind,
): SmartsenderMessage['sender'] {
  const type = assumed.senderTypes[from];
  if (from === 'contact') return { type, image: conversation.contact.photo, fullName: conversation.contact.fullName };
  const operator = state.operators.find(({ id }) => id === conversation.operatorId) ?? state.operators[0];
  if (from === 'operator' && operator !== undefined) {
    return { type, image: operator.info.photo, fullName: operator.info.fullName };
  }
  // A relative image path, as one client was seen handling.
  return { type, image: '/images/bot.png', fullName: state.project.name };
}
