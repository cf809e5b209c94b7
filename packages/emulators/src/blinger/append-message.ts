import { type BlingerConversationRecord, type BlingerState, seconds, takeId, touch } from './state.ts';
import type { BlingerMessage } from './wire.ts';

export interface NewMessage {
  from: 'client' | 'operator';
  text: string;
  at: number;
}

/** Adds a message at the end and moves the conversation to the top. Unread counts are the caller's business. */
export function appendMessage(
  state: BlingerState,
  conversation: BlingerConversationRecord,
  { from, text, at }: NewMessage,
): BlingerMessage {
  const outgoing = from === 'operator';
  const client = { blinger: conversation.from_blinger_user_id, user: conversation.fromUser.user_id };
  const account = { blinger: conversation.to_blinger_user_id, user: accountUserId(state, conversation) };
  const [sender, recipient] = outgoing ? [account, client] : [client, account];
  const message: BlingerMessage = {
    id: takeId(state, 'message'),
    from_blinger_user_id: sender.blinger,
    to_blinger_user_id: recipient.blinger,
    from_user_id: sender.user,
    to_user_id: recipient.user,
    message: text,
    is_outgoing: outgoing,
    date_created: seconds(at),
  };
  conversation.messages.push(message);
  Object.assign(conversation, {
    last_message: text,
    last_message_date: message.date_created,
    is_outgoing: outgoing,
    is_operator_last_message: outgoing,
    waiting_operator_response: !outgoing,
  });
  touch(state, conversation, at);
  return message;
}

function accountUserId(state: BlingerState, conversation: BlingerConversationRecord): number {
  const account = state.accounts.find(({ user }) => user.id === conversation.to_blinger_user_id);
  if (account === undefined) throw new Error(`Conversation ${conversation.id} has no connected account`);
  return account.userId;
}
