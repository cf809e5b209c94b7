import { fullName } from '../../seed/people.ts';
import { type PlannedConversation, planConversations } from '../../seed/plan.ts';
import { addVisitor } from '../add-visitor.ts';
import { appendMessage, type NewMessage } from '../append-message.ts';
import { inboundExtras } from '../inbound-extras.ts';
import type { BrevoAgentRecord, BrevoState } from '../state.ts';
import { emptyAccount } from './account.ts';
import { showcase } from './showcase.ts';
import { browserDetails, startPage } from './visitor-details.ts';

const minute = 60_000;
const sources = ['widget', 'whatsapp', 'instagram', 'email'] as const;

/** A shop's support inbox: the same one for the same count and time. */
export function realisticAccount(count: number, now: number): BrevoState {
  const state = emptyAccount();
  for (const planned of planConversations(count, now)) seedConversation(state, planned, now);
  return state;
}

function seedConversation(state: BrevoState, { index, person, lines, closed }: PlannedConversation, now: number): void {
  const source = sources[index % sources.length] as (typeof sources)[number];
  const first = lines[0]?.at ?? now;
  const group = state.groups[index % 5];
  const agent = state.agents[index % state.agents.length] as BrevoAgentRecord;
  const conversation = addVisitor(state, {
    source,
    displayedName: fullName(person),
    email: source === 'email' ? (person.email ?? `visitor.${index}@example.com`) : person.email,
    phone: source === 'whatsapp' ? (person.phone ?? `+12025550${150 + index}`) : null,
    ...(group === undefined ? {} : { groupId: group.id }),
    ...(source === 'widget' ? { startPage } : {}),
    details: {
      ...(source === 'widget' ? browserDetails(index, first) : { conversationLanguage: person.locale }),
      ...(index % 3 === 0 ? { contactId: 700 + index, marketingConsent: true } : {}),
      ...(index % 5 === 0 ? { notes: 'Prefers to be called in the afternoon.' } : {}),
    },
  });
  conversation.running = !closed;

  const say = (by: 'visitor' | 'agent', { text, ...rest }: Omit<NewMessage, 'agent'>) =>
    appendMessage(state, conversation, {
      text,
      ...(by === 'agent' ? { agent } : inboundExtras(conversation, text)),
      ...rest,
    });
  const special = showcase[index];
  if (special !== undefined) {
    const { by, ...message } = special;
    say(by, { createdAt: first - 5 * minute, ...message });
  }
  for (const { speaker, text, at } of lines) {
    say(speaker === 'contact' ? 'visitor' : 'agent', {
      text,
      createdAt: at,
      ...(speaker === 'bot' ? { isBot: true } : {}),
    });
  }
}
