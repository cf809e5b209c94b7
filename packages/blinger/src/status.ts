import type { ConversationStatus } from '@anyinbox/core/provider';

const statuses: ReadonlyMap<string, ConversationStatus> = new Map([
  ['unassigned', 'open'],
  ['inbox', 'open'],
  ['closed', 'closed'],
]);

/** vendors/blinger.md §Conversation object. Undefined for another word, and for none. */
export function statusOf(word: string | null | undefined): ConversationStatus | undefined {
  return statuses.get(word ?? '');
}
