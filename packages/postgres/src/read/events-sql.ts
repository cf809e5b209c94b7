import type { Statement } from './list-sql.ts';

interface Page {
  readonly after: string;
  readonly limit: number;
}

/** One page of the log of everybody. */
export function allEventsSql(schema: string, { after, limit }: Page): Statement {
  const text = `select position::text, event from ${schema}.events
    where position > $1::bigint and event is not null order by events.position limit $2`;
  return { text, values: [after, limit] };
}

/**
 * One page of the log of some connections, each read by itself and by its name: so the planner knows how rare it is, and whoever reads a quiet one does not
 * wade through the events of all others. `upTo` is the last position that may be in it.
 */
export function eventsSql(
  schema: string,
  { tenant, connections, after, upTo, limit }: Page & Place & { readonly upTo: string },
): Statement {
  const pages = connections.map(
    (_, index) => `(
      select position, event from ${schema}.events
      where tenant_id = $4 and connection_id = $${index + 5} and position > $1::bigint and position <= $2::bigint
        and event is not null
      order by events.position limit $3
    )`,
  );
  const text = `select position::text, event from (${pages.join(' union all ')}) as page order by page.position limit $3`;
  return { text, values: [after, upTo, limit, tenant, ...connections] };
}

interface Place {
  readonly tenant: string;
  readonly connections: readonly string[];
}

/**
 * The connections of a tenant that are in the log, and its newest position, of one moment: what a connection that is not among them logs stands behind it.
 * A seek for each connection, not a walk over all events.
 */
export const connectionsSql = (schema: string) => `
  with recursive connections as (
    select (select min(connection_id) from ${schema}.events where tenant_id = $1) as connection_id
    union all
    select (
      select min(connection_id) from ${schema}.events where tenant_id = $1 and connection_id > connections.connection_id
    )
    from connections where connection_id is not null
  )
  select connection_id, (select coalesce(max(position), 0)::text from ${schema}.events) as head
  from connections where connection_id is not null`;
