import { fullName } from '../../seed/people.ts';
import { type PlannedConversation, planConversations } from '../../seed/plan.ts';
import { addConversation } from '../add-conversation.ts';
import { appendMessage } from '../append-message.ts';
import { assign, close } from '../change-conversation.ts';
import { type BlingerState, seconds, takeId } from '../state.ts';
import { emptyAccount } from './account.ts';

const minute = 60_000;

/** A shop's support inbox: the same one for the same count and time. */
export function realisticAccount(count: number, now: number): BlingerState {
  const state = emptyAccount(now);
  for (const planned of planConversations(count, now)) seedConversation(state, planned);
  return state;
}

function seedConversation(state: BlingerState, { index, person, lines, closed, unread }: PlannedConversation): void {
  const first = lines[0]?.at ?? 0;
  const last = lines.at(-1)?.at ?? first;
  const conversation = addConversation(state, {
    account: of(state.accounts, index),
    group: of(state.groups, Math.floor(index / 2)),
    operator: null,
    closed: false,
    clientName: fullName(person),
    clientAvatar: index % 3 === 2 ? null : `https://cdn.example.com/avatars/client-${index}.jpg`,
    type: 'message',
    at: first,
  });
  const operator = of(state.operators, Math.floor(index / 4));
  // Of every four, in this order: one waits for somebody, two are in an inbox, one is closed.
  if (index % 4 !== 0) assign(state, conversation, operator, last);
  for (const { speaker, text, at } of lines) {
    appendMessage(state, conversation, { from: speaker === 'contact' ? 'client' : 'operator', text, at });
  }
  if (closed) close(state, conversation, operator, last);
  conversation.unread_count = unread;
  conversation.is_new_conversation &&= !conversation.messages.some((message) => message.is_outgoing);
  if (index % 10 === 1) conversation.from_user_custom_name = `${person.firstName} (VIP)`;
  if (index % 5 !== 1) return;
  conversation.notes.push({
    id: takeId(state, 'note'),
    text: 'Prefers to be called in the afternoon.',
    operator_id: operator.id,
    date_created: seconds(last - minute),
  });
}

function of<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T;
}
