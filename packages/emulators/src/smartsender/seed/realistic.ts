import { type PlannedConversation, planConversations } from '../../seed/plan.ts';
import { addConversation } from '../add-conversation.ts';
import { appendMessage } from '../append-message.ts';
import { assumed } from '../assumptions.ts';
import { textContent } from '../content.ts';
import { type SmartsenderConversation, type SmartsenderState, takeId } from '../state.ts';
import { wireTime } from '../wire-time.ts';
import { emptyProject } from './project.ts';
import { showcase } from './showcase.ts';

const minute = 60_000;

/** A shop's support inbox: the same one for the same count and time. */
export function realisticProject(count: number, now: number): SmartsenderState {
  const state = emptyProject(now);
  for (const planned of planConversations(count, now)) seedConversation(state, planned, now);
  return state;
}

function seedConversation(state: SmartsenderState, planned: PlannedConversation, now: number): void {
  const { index, person, lines } = planned;
  const first = lines[0]?.at ?? now;
  const conversation = addConversation(state, {
    ...person,
    channelIds: channelsOf(state, index),
    subscribed: index % 11 !== 10,
    open: !planned.closed,
    operatorId: operatorOf(state, index),
    at: first - 10 * minute,
  });
  const special = showcase(now)[index];
  if (special !== undefined) appendMessage(state, conversation, { ...special, at: first - 5 * minute });
  for (const { speaker, text, at } of lines) {
    appendMessage(state, conversation, { content: textContent(text), from: speaker, at });
  }
  settle(conversation, planned);
  describeContact(state, conversation, planned, now);
}

/** Delivery as it looks some minutes later: read up to the unread tail, one failure. */
function settle(conversation: SmartsenderConversation, { index, unread }: PlannedConversation): void {
  const { messages, gates } = conversation;
  messages.forEach((message, position) => {
    if (position >= messages.length - unread) return;
    message.state.type =
      position === messages.length - 1 ? assumed.messageStates.delivered : assumed.messageStates.seen;
    message.deliveredAt = message.createdAt;
    message.seenAt = message.state.type === assumed.messageStates.seen ? message.createdAt : null;
  });
  const last = messages.at(-1);
  if (index === 6 && last !== undefined && last.sender.type !== assumed.senderTypes.contact) {
    last.state = { type: assumed.messageStates.failed, message: 'The contact blocked the channel' };
    last.deliveredAt = null;
  }
  const gate = gates.find(({ id }) => id === last?.gateId);
  if (gate !== undefined) gate.unreadMessages = unread;
}

function describeContact(
  state: SmartsenderState,
  { contact, notes }: SmartsenderConversation,
  { index }: PlannedConversation,
  now: number,
): void {
  if (index % 3 === 0) contact.tags.push({ id: 31, name: 'vip', color: '#e67e22' });
  if (index % 4 === 1) contact.funnels.push({ id: 12, name: 'Welcome', serviceKey: 'welcome' });
  contact.variables.push({
    id: 900_000 + contact.id,
    name: 'lastOrder',
    content: String(10_480 + index),
    value: String(10_480 + index),
    description: index % 2 === 0 ? 'Number of the last order' : null,
    createdAt: wireTime(now - 24 * 60 * minute),
    updatedAt: wireTime(now - 60 * minute),
  });
  const author = state.operators[index % 3];
  if (index % 5 !== 0 || author === undefined) return;
  notes.push({
    id: takeId(state, 'note'),
    content: 'Prefers to be called in the afternoon.',
    createdAt: wireTime(now - 90 * minute),
    user: author.info,
  });
}

function channelsOf(state: SmartsenderState, index: number): number[] {
  const active = state.channels.filter((channel) => channel.active).map(({ id }) => id);
  const own = active[index % active.length] as number;
  const second = active[(index + 1) % active.length] as number;
  return index % 7 === 6 ? [own, second] : [own];
}

function operatorOf(state: SmartsenderState, index: number): number | null {
  const operator = state.operators[index % 5];
  return index % 5 > 2 || operator === undefined ? null : operator.id;
}
