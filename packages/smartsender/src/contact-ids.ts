import * as z from 'zod';
import { wireId } from './ids.ts';

/** Some hundred bytes each: a few megabytes at most. */
const capacity = 10_000;

const identified = z.object({ id: wireId });
const addressed = z.object({ contact: z.object({ originalId: wireId }) });

export interface ContactIds {
  /**
   * The contact of a chat, and keeps it. Reads the vendor's own object, never a conversation, in which the app may have corrected fields: a
   * correction must not redirect what is sent. `id` is that of the chat when it was asked for by one.
   */
  learn(chat: unknown, id?: string): string | undefined;
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
    learn(chat, id = identified.safeParse(chat).data?.id) {
      const contactId = addressed.safeParse(chat).data?.contact.originalId;
      if (id !== undefined && contactId !== undefined) keep(id, contactId);
      return contactId;
    },
    of(chatId) {
      const contactId = known.get(chatId);
      if (contactId !== undefined) keep(chatId, contactId);
      return contactId;
    },
  };
}
