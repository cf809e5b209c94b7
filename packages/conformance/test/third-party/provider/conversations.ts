import type { ConnectContext, HandlersFor, NativeConversationQuery } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { capabilities } from './capabilities.ts';
import type { Config } from './config.ts';
import { threadMapper } from './map-thread.ts';
import { readPage } from './page.ts';

const states = { open: 'flying', closed: 'landed', pending: undefined, snoozed: undefined } as const;
const anything = z.unknown();

export function conversations(context: ConnectContext<Config>): HandlersFor<typeof capabilities>['conversations'] {
  const map = threadMapper(context);
  return {
    list: (query, page, call) =>
      readPage(context, { entity: 'conversation', path: '/v2/threads', query: filters(query), map }, page, call),

    async get(thread, call) {
      const path = '/v2/threads/{thread}';
      return map(await call.request({ method: 'GET', path, params: { thread }, effect: 'read', response: anything }));
    },

    async close(thread, call) {
      const path = '/v2/threads/{thread}/land';
      await call.request({ method: 'POST', path, params: { thread }, effect: 'write', response: anything });
    },

    async reopen(thread, { agentId }, call) {
      const path = '/v2/threads/{thread}/launch';
      const body = agentId === undefined ? {} : { keeper: agentId };
      await call.request({ method: 'POST', path, params: { thread }, body, effect: 'write', response: anything });
    },

    async assign(thread, { agentId, groupId }, _options, call) {
      const [path, body] =
        groupId === undefined
          ? (['/v2/threads/{thread}/keeper', { keeper: agentId }] as const)
          : (['/v2/threads/{thread}/flock', { flock: groupId }] as const);
      await call.request({ method: 'PUT', path, params: { thread }, body, effect: 'write', response: anything });
    },
  };
}

function filters({ status, channelId }: NativeConversationQuery) {
  return { state: status && states[status], loft: channelId };
}
