import type { AllHandlers } from '@anyinbox/core/provider';
import type { Context } from './config.ts';
import { agentMessages, pushedMessages } from './endpoints.ts';
import { messageMapper } from './message.ts';
import { type MessageKind, parseMessageId, parseOwnMessageId } from './message-id.ts';
import { anyBody } from './schemas.ts';
import { messageBody, pushedMessageBody } from './send-body.ts';
import { readSent } from './sent.ts';
import { checkedVisitorId, visitorOf } from './visitor-id.ts';

type Messages = Pick<AllHandlers['messages'], 'get' | 'send' | 'edit' | 'delete'>;

/** vendors/brevo.md §2 #1 to #8. */
export function messages(context: Context): Messages {
  const { agent, receivedFrom } = context.config.options;
  return {
    async get(messageId, call) {
      const { kind, id } = parseMessageId(messageId);
      const answer = await call.request(endpointsOf(kind).get(id, anyBody));
      return { ...messageMapper(context, kind)(answer), conversationId: visitorOf(answer) };
    },
    async send(conversationId, draft, call) {
      const visitorId = checkedVisitorId(conversationId);
      const defaults = { agent, receivedFrom };
      const kind = draft.automated ? 'pushed' : 'agent';
      const request = draft.automated
        ? pushedMessages.send(pushedMessageBody(visitorId, draft, defaults), anyBody)
        : agentMessages.send(messageBody(visitorId, draft, defaults), anyBody);
      return readSent(await call.request(request), messageMapper(context, kind));
    },
    async edit(messageId, { text }, call) {
      const { kind, id } = parseOwnMessageId(messageId);
      await call.request(endpointsOf(kind).update(id, text, anyBody));
    },
    async delete(messageId, call) {
      const { kind, id } = parseOwnMessageId(messageId);
      await call.request(endpointsOf(kind).delete(id));
    },
  };
}

function endpointsOf(kind: MessageKind) {
  return kind === 'pushed' ? pushedMessages : agentMessages;
}
