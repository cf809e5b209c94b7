import type { NativeConversation } from '@anyinbox/core/provider';

/** Some hundred bytes each: a few megabytes at most. */
const capacity = 10_000;

export interface ContactIds {
  remember(conversation: NativeConversation): void;
  of(chatId: string): string | undefined;
}

/**
 * Which contact a chat belongs to, because Smartsender sends to contacts, not to chats (vendors/smartsender.md §Send). A chat has one contact
 * for ever, so this cannot be out of date. Beyond its capacity it forgets the chat that was used longest ago.
 */
export function createContactIds(): ContactIds {
  const known = new Map<string, string>();
  const keep = (chatId: string, contactId: string) => {
    known.delete(chatId);
    known.set(chatId, contactId);
    if (known.size > capacity) known.delete(known.keys().next().value as string);
  };
  return {
    remember({ nativeId, contact }) {
      if (contact.id !== undefined) keep(nativeId, contact.id);
    },
    of(chatId) {
      const contactId = known.get(chatId);
      if (contactId !== undefined) keep(chatId, contactId);
      return contactId;
    },
  };
}
