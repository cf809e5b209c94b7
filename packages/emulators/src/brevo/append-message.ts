import { htmlOf } from './html-of.ts';
import { type BrevoAgentRecord, type BrevoConversationRecord, type BrevoState, takeId } from './state.ts';
import type { BrevoMessage } from './wire.ts';

/** What an author may add to a message; the rest is made here. */
export type MessageExtras = Partial<Omit<BrevoMessage, 'id' | 'type' | 'visitorId' | 'agentId' | 'agentName'>>;

export interface NewMessage extends MessageExtras {
  text: string;
  /** Absent for a message of the visitor. */
  agent?: BrevoAgentRecord | undefined;
  createdAt: number;
}

/** Adds a message at the end. */
export function appendMessage(
  state: BrevoState,
  conversation: BrevoConversationRecord,
  { agent, text, createdAt, ...extras }: NewMessage,
): BrevoMessage {
  const message: BrevoMessage = {
    id: takeId(state),
    type: agent === undefined ? 'visitor' : 'agent',
    text,
    html: htmlOf(text),
    visitorId: conversation.visitor.id,
    ...(agent === undefined ? {} : authorOf(agent)),
    createdAt,
    ...extras,
  };
  conversation.messages.push(message);
  return message;
}

function authorOf({ id, name, userpic }: BrevoAgentRecord) {
  return { agentId: id, agentName: name, ...(userpic ? { agentUserpic: userpic } : {}) };
}
