import type { ConnectContext, HandlersFor } from '@anyinbox/core/provider';
import * as z from 'zod';
import { accepted } from './accepted.ts';
import type { capabilities } from './capabilities.ts';
import type { Config } from './config.ts';
import { remarkMapper } from './map-remark.ts';
import { readPage } from './page.ts';

const path = '/v2/threads/{thread}/remarks';

export function notes(context: ConnectContext<Config>): HandlersFor<typeof capabilities>['notes'] {
  const map = remarkMapper(context);
  return {
    // Repeated, it would stand there twice: a note is sent, not written.
    async add(thread, { text }, call) {
      const request = { method: 'POST', path, params: { thread }, body: { body: text }, effect: 'send' } as const;
      const raw = await call.request({ ...request, response: z.unknown() });
      return accepted(() => map(raw));
    },
    list: (thread, page, call) => readPage(context, { entity: 'note', path, params: { thread }, map }, page, call),
  };
}
