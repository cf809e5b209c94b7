import type { SendyiqChannel, SendyiqConversationStatus } from './assumptions.ts';
import { type SendyiqConversationRecord, type SendyiqState, takeUuid } from './state.ts';

export interface NewConversation {
  channel: SendyiqChannel;
  customerName: string;
  customerPhone?: string | null;
  customerEmail?: string | null;
  status?: SendyiqConversationStatus;
  at: number;
}

/** Adds a conversation without messages. */
export function addConversation(state: SendyiqState, options: NewConversation): SendyiqConversationRecord {
  const createdAt = new Date(options.at).toISOString();
  const conversation: SendyiqConversationRecord = {
    id: takeUuid(state),
    channelId: options.channel.id,
    channelType: options.channel.channelType,
    customerName: options.customerName,
    customerPhone: options.customerPhone ?? null,
    customerEmail: options.customerEmail ?? null,
    status: options.status ?? 'Open',
    unreadCount: 0,
    lastMessage: null,
    lastMessageAt: null,
    createdAt,
    updatedAt: createdAt,
    messages: [],
    touched: state.made,
  };
  state.conversations.push(conversation);
  return conversation;
}
