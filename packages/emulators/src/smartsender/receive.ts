import { appendMessage, replyGate } from './append-message.ts';
import { textContent } from './content.ts';
import type { GateRecord, MessageRecord, SmartsenderConversation, SmartsenderState } from './state.ts';
import type { SmartsenderTemplate } from './wire.ts';

export interface IncomingContent {
  text?: string;
  /** Anything else than text, for example `{ type: 'picture', resource: { parameters: { url } } }`. */
  content?: SmartsenderTemplate;
  gateId?: number;
}

/** A message of the customer arrives: unread grows, the chat moves up and, if it was closed, opens again. */
export function receiveMessage(
  state: SmartsenderState,
  conversation: SmartsenderConversation,
  incoming: IncomingContent,
  now: number,
): MessageRecord {
  const gate = incoming.gateId === undefined ? replyGate(conversation) : gateById(conversation, incoming.gateId);
  const content = incoming.content ?? textContent(incoming.text ?? '');
  const message = appendMessage(state, conversation, { content, from: 'contact', at: now, gateId: gate.id });
  gate.unreadMessages += 1;
  conversation.open = true;
  return message;
}

function gateById(conversation: SmartsenderConversation, gateId: number): GateRecord {
  const gate = conversation.gates.find(({ id }) => id === gateId);
  if (gate === undefined) throw new Error(`Chat ${conversation.id} has no gate ${gateId}`);
  return gate;
}
