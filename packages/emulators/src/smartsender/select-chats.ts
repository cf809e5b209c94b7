import type { SmartsenderConversation } from './state.ts';
import { unreadOf } from './to-wire.ts';

export interface ChatFilter {
  term: string | undefined;
  state: 'open' | 'closed' | undefined;
  selector: 'none' | 'private' | 'unread' | undefined;
  operatorId: number | undefined;
}

/** Latest activity first; the change number settles what happened in the same millisecond. */
export function selectChats(
  conversations: readonly SmartsenderConversation[],
  { term, state, selector, operatorId }: ChatFilter,
): SmartsenderConversation[] {
  return conversations
    .filter((chat) => term === undefined || mentions(chat, term))
    .filter((chat) => state === undefined || chat.open === (state === 'open'))
    .filter((chat) => selector !== 'unread' || unreadOf(chat) > 0)
    .filter((chat) => selector !== 'private' || chat.operatorId === operatorId)
    .sort((left, right) => right.updatedAt - left.updatedAt || right.touched - left.touched);
}

/** Case does not matter. */
export function mentions({ contact }: SmartsenderConversation, term: string): boolean {
  const wanted = term.trim().toLowerCase();
  return [contact.fullName, contact.phone, contact.email].some((text) => text?.toLowerCase().includes(wanted));
}
