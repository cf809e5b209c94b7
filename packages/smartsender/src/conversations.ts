import { type AllHandlers, type Call, entityMapper, unsupported } from '@anyinbox/core/provider';
import type { Connection } from './connection.ts';
import { toConversation } from './conversation.ts';
import { agentIn, conversationQuery, stateOf } from './conversation-query.ts';
import { fetchList } from './fetch-list.ts';
import { checkedId } from './ids.ts';
import { mutate } from './mutation.ts';
import { vendorPage } from './paging.ts';
import { readConversation } from './read-conversation.ts';

type Conversations = Pick<AllHandlers['conversations'], 'list' | 'get' | 'close' | 'markRead' | 'assign'>;

/** vendors/smartsender.md §Endpoints, /v1/chats. */
export function conversations(connection: Connection): Conversations {
  const { normalize, mapping, contactIds } = connection;
  const change = async (action: 'close' | 'read', conversationId: string, call: Call) =>
    mutate(call, {
      method: 'PUT',
      path: `/v1/chats/{chatId}/${action}`,
      params: { chatId: checkedId(conversationId, 'conversationId') },
      effect: 'write',
    });
  return {
    async list(query, page, call) {
      const request = { path: '/v1/chats', query: conversationQuery(query) };
      const known = { status: stateOf(query.status), agentId: agentIn(query) };
      const toKnown = entityMapper(normalize, 'conversation', (raw, given) =>
        toConversation(raw, given, mapping, known),
      );
      const map = (chat: unknown) => {
        contactIds.learn(chat);
        return toKnown(chat);
      };
      return fetchList(call, request, vendorPage(page), { ...connection, entity: 'conversation', map });
    },
    get: async (conversationId, call) =>
      readConversation(connection, checkedId(conversationId, 'conversationId'), call),
    close: (conversationId, call) => change('close', conversationId, call),
    markRead: (conversationId, call) => change('read', conversationId, call),
    async assign(conversationId, { agentId }, { note }, call) {
      if (agentId === undefined) throw unsupported('Smartsender has no groups to assign to');
      await mutate(call, {
        method: 'POST',
        path: '/v1/chats/{chatId}/forward/{operatorId}',
        params: { chatId: checkedId(conversationId, 'conversationId'), operatorId: checkedId(agentId, 'agentId') },
        body: note === undefined ? {} : { text: note },
        // A note would stand there twice.
        effect: note === undefined ? 'write' : 'send',
      });
    },
  };
}
