import { type AllHandlers, InboxError } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Connection } from './connection.ts';
import { checkedId, wireId } from './ids.ts';
import { listConversations } from './list-conversations.ts';

type Conversations = Omit<AllHandlers['conversations'], 'markRead'>;

/** vendors/blinger.md §Conversation endpoints. */
export function conversations(connection: Connection): Conversations {
  const { endpoints, directory } = connection;
  return {
    list: (query, _page, call) => listConversations(connection, query, call),
    async get(conversationId, call) {
      const raw = await endpoints.get({ conversation_id: checkedId(conversationId, 'conversationId') }, call);
      if (raw === null || raw === undefined) throw missing();
      const holder = holderOf(raw);
      if (holder !== undefined) await directory.meet(holder, call);
      return connection.toConversation(raw);
    },
    async close(conversationId, call) {
      await endpoints.close({ conversation_id: checkedId(conversationId, 'conversationId') }, call);
    },
    async reopen(conversationId, { agentId }, call) {
      const operator_id = agentId === undefined ? undefined : checkedId(agentId, 'agentId');
      await endpoints.start({ conversation_id: checkedId(conversationId, 'conversationId'), operator_id }, call);
    },
    async assign(conversationId, { agentId, groupId }, _options, call) {
      const conversation_id = checkedId(conversationId, 'conversationId');
      if (agentId === undefined)
        await endpoints.assignGroup({ conversation_id, group_id: checkedId(groupId, 'groupId') }, call);
      else await endpoints.assignOperator({ conversation_id, operator_id: checkedId(agentId, 'agentId') }, call);
    },
    async unassign(conversationId, call) {
      await endpoints.unassign({ conversation_id: checkedId(conversationId, 'conversationId') }, call);
    },
  };
}

const held = z.object({ operator_user_id: wireId, status: z.unknown().optional() });

/** Whose agent id mapping will ask for. */
function holderOf(raw: unknown): string | undefined {
  const { data } = held.safeParse(raw);
  return data?.status === 'unassigned' ? undefined : data?.operator_user_id;
}

function missing(): InboxError {
  return new InboxError('The vendor knows no such conversation', { code: 'not-found', blame: 'caller' });
}
