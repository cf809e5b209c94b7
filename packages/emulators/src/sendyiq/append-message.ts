import type { SendyiqAttachment, SendyiqMessage } from './assumptions.ts';
import { type SendyiqConversationRecord, type SendyiqState, takeUuid, touch } from './state.ts';

export interface NewMessage {
  senderType: SendyiqMessage['senderType'];
  text: string | null;
  attachments?: SendyiqAttachment[] | undefined;
  at: number;
}

/** Adds a message at the end and moves the conversation to the top. */
export function appendMessage(
  state: SendyiqState,
  conversation: SendyiqConversationRecord,
  { senderType, text, attachments, at }: NewMessage,
): SendyiqMessage {
  const inbound = senderType === 'Customer';
  const message: SendyiqMessage = {
    id: takeUuid(state),
    conversationId: conversation.id,
    direction: inbound ? 'Inbound' : 'Outbound',
    senderType,
    senderName: inbound ? conversation.customerName : senderNames[senderType],
    text,
    ...(attachments === undefined ? {} : { attachments }),
    status: inbound ? 'Received' : 'Sent',
    createdAt: new Date(at).toISOString(),
  };
  conversation.messages.push(message);
  conversation.lastMessage = text;
  conversation.lastMessageAt = message.createdAt;
  touch(state, conversation, at);
  return message;
}

/** A message of the customer arrives: unread grows and a resolved conversation opens. */
export function receiveMessage(
  state: SendyiqState,
  conversation: SendyiqConversationRecord,
  message: Omit<NewMessage, 'senderType'>,
): SendyiqMessage {
  conversation.unreadCount += 1;
  conversation.status = 'Open';
  return appendMessage(state, conversation, { ...message, senderType: 'Customer' });
}

const senderNames = { Agent: 'Example Shop', Ai: 'Sendy AI' } as const;
