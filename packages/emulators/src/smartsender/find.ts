import { assumed } from './assumptions.ts';
import { problem } from './request.ts';
import type { SmartsenderConversation, SmartsenderState } from './state.ts';

/** Look-ups by the id of each kind, which answer 404 when there is none. */

export function chatById(state: SmartsenderState, chatId: number): SmartsenderConversation {
  return found(state.conversations.find(({ id }) => id === chatId));
}

export function contactById(state: SmartsenderState, contactId: number): SmartsenderConversation {
  return found(state.conversations.find(({ contact }) => contact.id === contactId));
}

export function gateOwner(state: SmartsenderState, gateId: number): SmartsenderConversation {
  return found(state.conversations.find(({ gates }) => gates.some(({ id }) => id === gateId)));
}

export function found<T>(item: T | undefined): T {
  if (item === undefined) throw problem(assumed.notFound);
  return item;
}
