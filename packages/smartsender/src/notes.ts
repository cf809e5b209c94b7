import { type AllHandlers, entityMapper } from '@anyinbox/core/provider';
import * as z from 'zod';
import { noteBody } from './assumptions.ts';
import type { Connection } from './connection.ts';
import { fetchList } from './fetch-list.ts';
import { checkedId } from './ids.ts';
import { toNote } from './note.ts';
import { vendorPage } from './paging.ts';
import { contactOf } from './read-conversation.ts';
import { readSent } from './sent.ts';

/** vendors/smartsender.md §Endpoints. Notes belong to the contact, who has one chat. */
export function notes(connection: Connection): AllHandlers['notes'] {
  const { normalize, mapping } = connection;
  const map = entityMapper(normalize, 'note', (raw, given) => toNote(raw, given, mapping));
  return {
    async add(conversationId, { text }, call) {
      const chatId = checkedId(conversationId, 'conversationId');
      const answer = await call.request({
        method: 'POST',
        path: '/v1/contacts/{contactId}/notes',
        params: { contactId: await contactOf(connection, chatId, call) },
        body: noteBody(text),
        effect: 'send',
        response: z.unknown(),
      });
      return readSent(answer, map);
    },
    async list(conversationId, page, call) {
      const chatId = checkedId(conversationId, 'conversationId');
      const asked = vendorPage(page);
      const params = { contactId: await contactOf(connection, chatId, call) };
      return fetchList(call, { path: '/v1/contacts/{contactId}/notes', params }, asked, {
        ...connection,
        entity: 'note',
        map,
      });
    },
  };
}
