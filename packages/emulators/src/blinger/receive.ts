import { appendMessage } from './append-message.ts';
import { unassign } from './change-conversation.ts';
import type { BlingerConversationRecord, BlingerState } from './state.ts';
import type { BlingerNotifier } from './webhooks/notifier.ts';
import type { BlingerMessage } from './wire.ts';

export interface ReceiveParts {
  state: BlingerState;
  notify: BlingerNotifier;
  now: () => number;
}

/** A message of the customer arrives: unread grows, the conversation moves up and, if it was closed, waits for somebody to take it. */
export function receiveMessage(
  { state, notify, now }: ReceiveParts,
  conversation: BlingerConversationRecord,
  text: string,
): BlingerMessage {
  const first = conversation.messages.length === 0 && conversation.status === 'unassigned';
  const arrives = (conversation.status === 'closed' && unassign(state, conversation, now())) || first;
  const message = appendMessage(state, conversation, { from: 'client', text, at: now() });
  conversation.unread_count += 1;
  if (arrives) notify.unassigned(conversation);
  notify.incoming(conversation, message);
  return message;
}
