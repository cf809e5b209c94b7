import type { SendyiqConversation } from './assumptions.ts';
import type { SendyiqConversationRecord } from './state.ts';

export function toListed({
  messages: _,
  touched: __,
  ...conversation
}: SendyiqConversationRecord): SendyiqConversation {
  return conversation;
}

export function toConversation(record: SendyiqConversationRecord, withMessages: boolean): SendyiqConversation {
  return withMessages ? { ...toListed(record), messages: record.messages } : toListed(record);
}
