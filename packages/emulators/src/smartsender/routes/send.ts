import { appendMessage } from '../append-message.ts';
import { assumed } from '../assumptions.ts';
import { contactById } from '../find.ts';
import { bodyOf, idOf, problem } from '../request.ts';
import type { RouteContext } from '../route-context.ts';
import { sendBody } from '../send-schema.ts';
import { sentContent } from '../sent-content.ts';
import { toMessage } from '../to-wire.ts';

/** Addressed by the contact's own id, which a chat calls `contact.originalId`. */
export function sendRoute({ app, state, now }: RouteContext): void {
  app.post('/v1/contacts/:contactId/send', async (context) => {
    const conversation = contactById(state, idOf(context, 'contactId'));
    const body = await bodyOf(context, sendBody);
    if (!conversation.gates.some(({ subscribed }) => subscribed)) throw problem(assumed.noSubscribedGate);
    const message = appendMessage(state, conversation, { content: sentContent(body), from: 'operator', at: now() });
    return context.json(toMessage(state, conversation, message));
  });
}
