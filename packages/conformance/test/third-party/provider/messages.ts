import { type ConnectContext, type HandlersFor, unexpectedResponse } from '@anyinbox/core/provider';
import * as z from 'zod';
import { accepted } from './accepted.ts';
import type { capabilities } from './capabilities.ts';
import type { Config } from './config.ts';
import { letterMapper } from './map-letter.ts';
import { readPage } from './page.ts';

const anything = z.unknown();
const ofThread = z.object({ thread: z.string().min(1) });

export function messages(context: ConnectContext<Config>): HandlersFor<typeof capabilities>['messages'] {
  const map = letterMapper(context);
  return {
    list: (thread, page, call) =>
      readPage(
        context,
        { entity: 'message', path: '/v2/threads/{thread}/letters', params: { thread }, map },
        page,
        call,
      ),

    async get(letter, call) {
      const path = '/v2/letters/{letter}';
      const raw = await call.request({ method: 'GET', path, params: { letter }, effect: 'read', response: anything });
      const { data } = ofThread.safeParse(raw);
      if (!data) throw unexpectedResponse('message', ['thread']);
      return { ...map(raw), conversationId: data.thread };
    },

    async send(thread, { text, as }, call) {
      const path = '/v2/threads/{thread}/letters';
      const body = { body: text, ...(as?.agentId !== undefined && { keeper: as.agentId }) };
      const effect = 'send';
      const raw = await call.request({ method: 'POST', path, params: { thread }, body, effect, response: anything });
      return accepted(() => map(raw));
    },

    async edit(letter, { text }, call) {
      const path = '/v2/letters/{letter}';
      const body = { body: text };
      await call.request({ method: 'PATCH', path, params: { letter }, body, effect: 'write', response: anything });
    },

    async delete(letter, call) {
      const path = '/v2/letters/{letter}';
      await call.request({ method: 'DELETE', path, params: { letter }, effect: 'write', response: anything });
    },
  };
}
