import type { Context } from 'hono';
import { pageOf } from '../../api/page-of.ts';
import { appendMessage } from '../append-message.ts';
import { assumed, type SendyiqConversationStatus } from '../assumptions.ts';
import { wrapList, wrapSingle } from '../envelope.ts';
import { type ConversationKind, kindOf } from '../kind.ts';
import { bodyOf, found, idOf, problem, queryOf } from '../request.ts';
import type { RouteContext } from '../route-context.ts';
import { messageBody, page, pageSize, status, uuid } from '../schemas.ts';
import { type SendyiqConversationRecord, touch } from '../state.ts';
import { toConversation, toListed } from '../to-wire.ts';

/** Chat pages with `PageSize`, social with `PerPage`; each ignores the other's name (vendors/sendyiq.md §Pagination). */
const sizeNames = { chat: 'PageSize', social: 'PerPage' } as const;

/** The same five operations twice, once per kind. */
export function conversationRoutes({ app, state, envelope, now }: RouteContext, kind: ConversationKind): void {
  const path = `/${kind}/conversations` as const;
  const own = () => state.conversations.filter((conversation) => kindOf(conversation) === kind);
  const requested = (context: Context): SendyiqConversationRecord => {
    const id = idOf(context, 'conversationId');
    return found(own().find((conversation) => conversation.id === id));
  };
  const single = (conversation: SendyiqConversationRecord) =>
    wrapSingle(envelope(), toConversation(conversation, envelope().messagesInConversation));

  app.get(path, (context) => {
    const query = queryOf(context, { Page: page, Status: status.optional(), ChannelId: uuid.optional() });
    const size = queryOf(context, { [sizeNames[kind]]: pageSize })[sizeNames[kind]] ?? assumed.defaultPageSize;
    const hits = own()
      .filter((conversation) => query.Status === undefined || conversation.status.toLowerCase() === query.Status)
      .filter((conversation) => query.ChannelId === undefined || conversation.channelId === query.ChannelId)
      .sort((left, right) => right.updatedAt.localeCompare(left.updatedAt) || right.touched - left.touched);
    const items = pageOf(hits, query.Page, size).items.map(toListed);
    const paging = { page: query.Page, pageSize: size };
    return json(context, wrapList(envelope(), { items, entity: 'conversations', total: hits.length, paging }));
  });

  app.get(`${path}/:conversationId`, (context) => json(context, single(requested(context))));

  app.post(`${path}/:conversationId/messages`, async (context) => {
    const conversation = requested(context);
    const { text } = await bodyOf(context, messageBody);
    const channel = state.channels.find(({ id }) => id === conversation.channelId);
    if (channel === undefined) throw problem(assumed.channelGone);
    if (!channel.isEnabled) throw problem(assumed.channelDisabled);
    const message = appendMessage(state, conversation, { senderType: 'Agent', text, at: now() });
    conversation.unreadCount = 0;
    return json(context, wrapSingle(envelope(), message));
  });

  const changes = { resolve: 'Resolved', reopen: 'Open' } as const satisfies Record<string, SendyiqConversationStatus>;
  for (const [verb, target] of Object.entries(changes)) {
    app.post(`${path}/:conversationId/${verb}`, (context) => {
      const conversation = requested(context);
      if (conversation.status !== target) {
        conversation.status = target;
        touch(state, conversation, now());
      }
      return json(context, single(conversation));
    });
  }
}

/** Envelopes are not typed: their form is chosen while the emulator runs. */
function json(context: Context, body: unknown): Response {
  return context.json(body as Record<string, unknown>);
}
