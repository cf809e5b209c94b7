import { type AllHandlers, entityMapper } from '@anyinbox/core/provider';
import * as z from 'zod';
import { activitiesFlag } from './assumptions.ts';
import type { Connection } from './connection.ts';
import { draftBody } from './draft-body.ts';
import { fetchList } from './fetch-list.ts';
import { checkedId, parseMessageId } from './ids.ts';
import { toMessage } from './message.ts';
import { mutate } from './mutation.ts';
import { vendorPage } from './paging.ts';
import { contactOf } from './read-conversation.ts';
import { readSent } from './sent.ts';

type Messages = Pick<AllHandlers['messages'], 'list' | 'send' | 'edit' | 'delete'>;

/** vendors/smartsender.md §Endpoints and §Send. */
export function messages(connection: Connection): Messages {
  const { config, normalize, mapping, now } = connection;
  const map = entityMapper(normalize, 'message', (raw, given) => toMessage(raw, given, mapping));
  return {
    async list(conversationId, page, call) {
      const request = {
        path: '/v1/chats/{chatId}/messages',
        params: { chatId: checkedId(conversationId, 'conversationId') },
        query: { activities: config.options.activities ? activitiesFlag : undefined },
      };
      return fetchList(call, request, vendorPage(page), { ...connection, entity: 'message', map });
    },
    async send(conversationId, draft, call) {
      const chatId = checkedId(conversationId, 'conversationId');
      const body = draftBody(draft, now());
      const answer = await call.request({
        method: 'POST',
        path: '/v1/contacts/{contactId}/send',
        params: { contactId: await contactOf(connection, chatId, call) },
        body,
        effect: 'send',
        response: z.unknown(),
      });
      return readSent(answer, map);
    },
    async edit(messageId, { text }, call) {
      const { gateId, messageId: id } = parseMessageId(messageId);
      await mutate(call, {
        method: 'PUT',
        path: '/v1/gates/{gateId}/messages',
        params: { gateId },
        body: { text, messageId: id },
        effect: 'write',
      });
    },
    async delete(messageId, call) {
      const { gateId, messageId: id } = parseMessageId(messageId);
      await mutate(call, {
        method: 'DELETE',
        path: '/v1/gates/{gateId}/messages',
        params: { gateId },
        body: { messageIds: [id] },
        effect: 'write',
      });
    },
  };
}
