import { conversationById, groupById, operatorFor } from '../find.ts';
import { queryOf } from '../request.ts';
import { type RouteContext, success } from '../route-context.ts';
import { getQuery, inboxQuery, unassignedQuery } from '../schemas.ts';
import { selectConversations } from '../select-conversations.ts';
import { toConversation } from '../to-wire.ts';

/** The reads. There is no list of all conversations, none of the closed ones, and no page after the first. */
export function listRoutes({ app, state, behaviour }: RouteContext): void {
  const knownGroup = (groupId: number | undefined) =>
    groupId === undefined ? undefined : groupById(state, groupId).id;

  app.get('/conversations/unassigned', (context) => {
    const groupId = knownGroup(queryOf(context, unassignedQuery).group_id);
    const { cap } = behaviour();
    const hits = selectConversations(state.conversations, {
      list: 'unassigned',
      operatorUserId: undefined,
      groupId,
      cap,
    });
    return success(
      context,
      hits.map((conversation) => toConversation(conversation)),
    );
  });

  for (const list of ['unread', 'not-answered'] as const) {
    app.get(`/conversations/${list}`, (context) => {
      const query = queryOf(context, inboxQuery);
      const { cap, operatorIds } = behaviour();
      const operatorUserId = operatorFor(state, query.operator_id, operatorIds).user_id;
      const groupId = knownGroup(query.group_id);
      const hits = selectConversations(state.conversations, { list, operatorUserId, groupId, cap });
      return success(
        context,
        hits.map((conversation) => toConversation(conversation)),
      );
    });
  }

  app.get('/conversations/get', (context) => {
    const conversation = conversationById(state, queryOf(context, getQuery).conversation_id);
    return success(context, toConversation(conversation, behaviour().messagesInGet));
  });
}
