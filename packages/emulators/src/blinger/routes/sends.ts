import { appendMessage } from '../append-message.ts';
import { conversationById, operatorFor } from '../find.ts';
import { bodyOf } from '../request.ts';
import { type RouteContext, success } from '../route-context.ts';
import { fileBody, messageBody, noteBody } from '../schemas.ts';
import { type BlingerConversationRecord, type BlingerNoteRecord, seconds, takeId } from '../state.ts';
import { toConversation } from '../to-wire.ts';
import type { BlingerMessage } from '../wire.ts';

export function sendRoutes({ app, state, behaviour, notify, now }: RouteContext): void {
  const knownOperator = (operatorId: number | undefined) => operatorFor(state, operatorId, behaviour().operatorIds);
  const answer = (conversation: BlingerConversationRecord, sent: BlingerMessage | BlingerNoteRecord) =>
    behaviour().sendAnswer === 'message' ? sent : toConversation(conversation);

  function send(conversation: BlingerConversationRecord, text: string, disableWebhook: 0 | 1): object {
    const message = appendMessage(state, conversation, { from: 'operator', text, at: now() });
    conversation.unread_count = 0;
    conversation.is_new_conversation = false;
    if (disableWebhook === 0) notify.outgoing(conversation, message);
    return answer(conversation, message);
  }

  app.post('/conversations/send-message', async (context) => {
    const body = await bodyOf(context, messageBody, behaviour().encoding);
    const conversation = conversationById(state, body.conversation_id);
    knownOperator(body.operator_id);
    return success(context, send(conversation, body.text, body.disable_webhook));
  });

  app.post('/conversations/send-file-message', async (context) => {
    const body = await bodyOf(context, fileBody, behaviour().encoding);
    const conversation = conversationById(state, body.conversation_id);
    knownOperator(body.operator_id);
    return success(context, send(conversation, body.file_url, body.disable_webhook));
  });

  app.post('/conversations/send-note', async (context) => {
    const body = await bodyOf(context, noteBody, behaviour().encoding);
    const conversation = conversationById(state, body.conversation_id);
    const { id: operator_id } = knownOperator(body.operator_id);
    const note = { id: takeId(state, 'note'), text: body.text, operator_id, date_created: seconds(now()) };
    conversation.notes.push(note);
    return success(context, answer(conversation, note));
  });
}
