import { appendMessage } from '../append-message.ts';
import { assumed } from '../assumptions.ts';
import { template } from '../content.ts';
import { chatById, found } from '../find.ts';
import { bodyOf, idOf, listPage, validated } from '../request.ts';
import { done, type RouteContext } from '../route-context.ts';
import { chatsQuery, forwardBody } from '../schemas.ts';
import { selectChats } from '../select-chats.ts';
import { touch } from '../state.ts';
import { toChat, toListedChat } from '../to-wire.ts';
import { wireTime } from '../wire-time.ts';
import { listMessages } from './list-messages.ts';

export function chatRoutes({ app, state, now }: RouteContext): void {
  app.get('/v1/chats', (context) => {
    const query = validated(chatsQuery, context.req.query());
    const chats = selectChats(state.conversations, {
      term: query.term,
      state: query.state,
      selector: query['selector[name]'],
      operatorId: query['selector[operatorId]'],
    });
    return context.json(listPage(context, chats, (chat) => toListedChat(state, chat)));
  });

  app.get('/v1/chats/:chatId', (context) => context.json(toChat(state, chatById(state, idOf(context, 'chatId')))));

  app.get('/v1/chats/:chatId/messages', (context) =>
    context.json(listMessages(context, state, chatById(state, idOf(context, 'chatId')))),
  );

  app.put('/v1/chats/:chatId/read', (context) => {
    const chat = chatById(state, idOf(context, 'chatId'));
    for (const gate of chat.gates) gate.unreadMessages = 0;
    for (const message of chat.messages) {
      if (message.sender.type === assumed.senderTypes.contact) message.seenAt ??= wireTime(now());
    }
    return context.json(done);
  });

  app.put('/v1/chats/:chatId/close', (context) => {
    const chat = chatById(state, idOf(context, 'chatId'));
    chat.open = false;
    touch(state, chat, now());
    return context.json(done);
  });

  app.post('/v1/chats/:chatId/forward/:operatorId', async (context) => {
    const chat = chatById(state, idOf(context, 'chatId'));
    const operatorId = idOf(context, 'operatorId');
    const operator = found(state.operators.find(({ id, deletedAt }) => id === operatorId && deletedAt === null));
    const { text } = await bodyOf(context, forwardBody);
    const content = template(assumed.activityContentType, {
      content: text || `Forwarded to ${operator.info.fullName}`,
    });
    appendMessage(state, chat, { content, from: 'operator', internal: true, at: now() });
    chat.operatorId = operator.id;
    return context.json(done);
  });
}
