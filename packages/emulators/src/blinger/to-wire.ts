import type { BlingerConversationRecord, BlingerOperatorRecord } from './state.ts';
import type { BlingerConversation, BlingerOperator } from './wire.ts';

export function toConversation(record: BlingerConversationRecord, withMessages = false): BlingerConversation {
  const { messages, notes: _, fromUser: __, touched: ___, ...conversation } = record;
  return withMessages ? { ...conversation, messages } : conversation;
}

export function toOperator({ name: _, ...operator }: BlingerOperatorRecord): BlingerOperator {
  return operator;
}
