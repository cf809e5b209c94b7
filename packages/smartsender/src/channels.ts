import { type AllHandlers, entityMapper, invalidRequest } from '@anyinbox/core/provider';
import * as z from 'zod';
import { toChannel } from './channel.ts';
import type { Connection } from './connection.ts';
import { fetchList } from './fetch-list.ts';
import { get } from './get.ts';
import { checkedId } from './ids.ts';
import { mutate } from './mutation.ts';
import { vendorPage } from './paging.ts';

type Channels = Pick<AllHandlers['channels'], 'list' | 'get' | 'update'>;

/** vendors/smartsender.md §Endpoints, /v1/channels. */
export function channels(connection: Connection): Channels {
  const { normalize, mapping } = connection;
  const map = entityMapper(normalize, 'channel', (raw, given) => toChannel(raw, given, mapping));
  const reader = { ...connection, entity: 'channel', map };
  return {
    list: async (page, call) => fetchList(call, { path: '/v1/channels' }, vendorPage(page), reader),
    async get(channelId, call) {
      const params = { channelId: checkedId(channelId, 'channelId') };
      return map(await get(call, { path: '/v1/channels/{channelId}', params, response: z.unknown() }));
    },
    async update(channelId, { active }, call) {
      if (active === undefined) throw invalidRequest('active is missing: it is all that can be changed');
      await mutate(call, {
        method: 'PUT',
        path: '/v1/channels/{channelId}',
        params: { channelId: checkedId(channelId, 'channelId') },
        body: { state: active },
        effect: 'write',
      });
    },
  };
}
