import type { VendorRequest } from '@anyinbox/core/provider';
import type * as z from 'zod';
import { visitorGroupBody } from './assumptions.ts';
import type { AgentFields } from './identity.ts';
import { anyBody } from './schemas.ts';
import type { MessageBody, PushedMessageBody } from './send-body.ts';

type Answer<T> = z.ZodType<T>;

/** The four operations that both kinds of messages have (vendors/brevo.md §2 #1 to #8). `id` is the vendor's. */
function messageEndpoints<Body>(path: '/conversations/messages' | '/conversations/pushedMessages') {
  const one = `${path}/{id}`;
  return {
    send: <T>(body: Body, response: Answer<T>): VendorRequest<T> => ({
      method: 'POST',
      path,
      body,
      effect: 'send',
      response,
    }),
    get: <T>(id: string, response: Answer<T>): VendorRequest<T> => ({
      method: 'GET',
      path: one,
      params: { id },
      effect: 'read',
      response,
    }),
    update: <T>(id: string, text: string, response: Answer<T>): VendorRequest<T> => ({
      method: 'PUT',
      path: one,
      params: { id },
      body: { text },
      effect: 'write',
      response,
    }),
    delete: (id: string): VendorRequest<unknown> => ({
      method: 'DELETE',
      path: one,
      params: { id },
      effect: 'write',
      response: anyBody,
    }),
  };
}

export const agentMessages = messageEndpoints<MessageBody>('/conversations/messages');
export const pushedMessages = messageEndpoints<PushedMessageBody>('/conversations/pushedMessages');

/** #9. */
export function agentOnlinePing(body: AgentFields): VendorRequest<unknown> {
  return { method: 'POST', path: '/conversations/agentOnlinePing', body, effect: 'write', response: anyBody };
}

/** #10. */
export function visitorGroup<T>(visitorId: string, groupId: string | null, response: Answer<T>): VendorRequest<T> {
  const body = visitorGroupBody(visitorId, groupId);
  return { method: 'PUT', path: '/conversations/visitorGroup', body, effect: 'write', response };
}
