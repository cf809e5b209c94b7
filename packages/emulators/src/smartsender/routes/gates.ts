import { assumed } from '../assumptions.ts';
import { textContent, transientContent } from '../content.ts';
import { found, gateOwner } from '../find.ts';
import { bodyOf, idOf, problem } from '../request.ts';
import { done, type RouteContext } from '../route-context.ts';
import { deleteBody, editBody } from '../schemas.ts';
import { type SmartsenderConversation, touch } from '../state.ts';
import { wireTime } from '../wire-time.ts';

/** Editing and deleting, known from clients only (vendors/smartsender.md §Endpoints, OBSERVED). */
export function gateRoutes({ app, state, now }: RouteContext): void {
  app.put('/v1/gates/:gateId/messages', async (context) => {
    const gateId = idOf(context, 'gateId');
    const conversation = gateOwner(state, gateId);
    const { text, messageId } = await bodyOf(context, editBody);
    const message = messageOn(conversation, gateId, messageId);
    const ours = message.sender.type !== assumed.senderTypes.contact;
    if (!ours || message.content.type !== 'text') throw problem(assumed.notEditable);
    message.content = textContent(text);
    message.editedAt = wireTime(now());
    touch(state, conversation, now());
    return context.json(done);
  });

  app.delete('/v1/gates/:gateId/messages', async (context) => {
    const gateId = idOf(context, 'gateId');
    const conversation = gateOwner(state, gateId);
    const { messageIds } = await bodyOf(context, deleteBody);
    const messages = messageIds.map((id) => messageOn(conversation, gateId, id));
    for (const message of messages) {
      if (message.content.type !== 'transient') message.content = transientContent(message.content, now());
    }
    touch(state, conversation, now());
    return context.json(done);
  });
}

function messageOn(conversation: SmartsenderConversation, gateId: number, messageId: number) {
  return found(conversation.messages.find((message) => message.id === messageId && message.gateId === gateId));
}
