import { assign, close, start, unassign } from '../change-conversation.ts';
import { conversationById, groupById, operatorFor } from '../find.ts';
import { bodyOf } from '../request.ts';
import { type RouteContext, success } from '../route-context.ts';
import { assignGroupBody, assignOperatorBody, changeBody } from '../schemas.ts';
import { touch } from '../state.ts';
import { toConversation } from '../to-wire.ts';

/** Each answers the conversation as it is afterwards. */
export function changeRoutes({ app, state, behaviour, notify, now }: RouteContext): void {
  const operatorOf = ({ operator_id }: { operator_id?: number | undefined }) =>
    operatorFor(state, operator_id, behaviour().operatorIds);

  app.post('/conversations/start', async (context) => {
    const body = await bodyOf(context, changeBody, behaviour().encoding);
    const conversation = conversationById(state, body.conversation_id);
    const changed = start(state, conversation, operatorOf(body), now());
    if (changed && body.disable_webhook === 0) notify.assigned(conversation);
    return success(context, toConversation(conversation));
  });

  app.post('/conversations/close', async (context) => {
    const body = await bodyOf(context, changeBody, behaviour().encoding);
    const conversation = conversationById(state, body.conversation_id);
    const changed = close(state, conversation, operatorOf(body), now());
    if (changed && body.disable_webhook === 0) notify.closed(conversation);
    return success(context, toConversation(conversation));
  });

  app.post('/conversations/unassign', async (context) => {
    const body = await bodyOf(context, changeBody, behaviour().encoding);
    const conversation = conversationById(state, body.conversation_id);
    operatorOf(body);
    const changed = unassign(state, conversation, now());
    if (changed && body.disable_webhook === 0) notify.unassigned(conversation);
    return success(context, toConversation(conversation));
  });

  app.post('/conversations/assign-operator', async (context) => {
    const body = await bodyOf(context, assignOperatorBody, behaviour().encoding);
    const conversation = conversationById(state, body.conversation_id);
    const changed = assign(state, conversation, operatorOf(body), now());
    if (changed && body.disable_webhook === 0) notify.assigned(conversation);
    return success(context, toConversation(conversation));
  });

  app.post('/conversations/assign-group', async (context) => {
    const body = await bodyOf(context, assignGroupBody, behaviour().encoding);
    const conversation = conversationById(state, body.conversation_id);
    const group = groupById(state, body.group_id);
    if (conversation.group_id !== group.id) {
      conversation.group_id = group.id;
      touch(state, conversation, now());
    }
    return success(context, toConversation(conversation));
  });
}
