import { type Contact, defined, webUrl } from '@anyinbox/core/provider';
import type { SmartsenderChat } from './schemas.ts';

/** The customer of a chat. Its id is the one that contacts are addressed by, `originalId` (vendors/smartsender.md §Send). */
export function toContact(chat: SmartsenderChat): Contact {
  return defined({
    id: chat.contact?.originalId ?? undefined,
    name: chat.name,
    avatarUrl: webUrl(chat.image),
  });
}
