import { type AllHandlers, entityMapper } from '@anyinbox/core/provider';
import { toAgent } from './agent.ts';
import type { Connection } from './connection.ts';
import { fetchList } from './fetch-list.ts';
import { vendorPage } from './paging.ts';

/** vendors/smartsender.md §Endpoints, /v1/operators. */
export function agents(connection: Connection): Pick<AllHandlers['agents'], 'list'> {
  const { normalize, mapping } = connection;
  const map = entityMapper(normalize, 'agent', (raw, given) => toAgent(raw, given, mapping));
  const reader = { ...connection, entity: 'agent', map };
  return {
    list: async (page, call) => fetchList(call, { path: '/v1/operators' }, vendorPage(page), reader),
  };
}
