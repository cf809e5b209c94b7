import type { ConnectContext, HandlersFor } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { capabilities } from './capabilities.ts';
import type { Config } from './config.ts';
import { loftMapper } from './map-loft.ts';
import { flockMapper, keeperMapper } from './map-staff.ts';
import { readPage } from './page.ts';

/** What a desk is made of: its ways in and its people. */
export function desk(
  context: ConnectContext<Config>,
): Pick<HandlersFor<typeof capabilities>, 'channels' | 'agents' | 'groups'> {
  const toChannel = loftMapper(context);
  const toAgent = keeperMapper(context);
  const toGroup = flockMapper(context);
  return {
    channels: {
      list: (page, call) => readPage(context, { entity: 'channel', path: '/v2/lofts', map: toChannel }, page, call),
      async get(loft, call) {
        const request = { method: 'GET', path: '/v2/lofts/{loft}', params: { loft }, effect: 'read' } as const;
        return toChannel(await call.request({ ...request, response: z.unknown() }));
      },
    },
    agents: {
      list: (page, call) => readPage(context, { entity: 'agent', path: '/v2/keepers', map: toAgent }, page, call),
    },
    groups: {
      list: (page, call) => readPage(context, { entity: 'group', path: '/v2/flocks', map: toGroup }, page, call),
    },
  };
}
