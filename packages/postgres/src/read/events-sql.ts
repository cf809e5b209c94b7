import type { LogQuery } from '@anyinbox/core';
import { keyOf } from '../keys.ts';
import type { Statement } from './list-sql.ts';

/**
 * One page of the log. For a tenant each of its connections is read by itself: so whoever reads a quiet tenant does not wade through the events of all
 * others.
 */
export function eventsSql(schema: string, { tenantId, connectionIds, after = '0', limit }: LogQuery): Statement {
  const connections = connectionIds && JSON.stringify(connectionIds.map(keyOf));
  if (tenantId === undefined) {
    const among = connections ? 'and connection_id in (select json_array_elements_text($3::json))' : '';
    const text = `select position::text, event from ${schema}.events
      where position > $1::bigint and event is not null ${among} order by events.position limit $2`;
    return { text, values: connections ? [after, limit, connections] : [after, limit] };
  }
  const text = `
    ${connections ? namedConnections : connectionsOfTenant(schema)}
    select position::text, event from connections
    cross join lateral (
      select position, event from ${schema}.events
      where tenant_id = $3 and events.connection_id = connections.connection_id and position > $1::bigint
        and event is not null
      order by events.position limit $2
    ) as page
    order by page.position limit $2`;
  return { text, values: [after, limit, keyOf(tenantId), ...(connections ? [connections] : [])] };
}

const namedConnections = 'with connections as (select distinct json_array_elements_text($4::json) as connection_id)';

/** A seek for each connection, not a walk over all events. */
const connectionsOfTenant = (schema: string) => `
  with recursive connections as (
    select (select min(connection_id) from ${schema}.events where tenant_id = $3) as connection_id
    union all
    select (
      select min(connection_id) from ${schema}.events where tenant_id = $3 and connection_id > connections.connection_id
    )
    from connections where connection_id is not null
  )`;
