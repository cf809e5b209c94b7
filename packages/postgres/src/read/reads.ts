import type { InboxEvent, LogQuery, MirrorRecord, Store } from '@anyinbox/core';
import type { Database } from '../database/database.ts';
import { keyOf } from '../keys.ts';
import { allEventsSql, connectionsSql, eventsSql } from './events-sql.ts';
import { listSql, type Statement } from './list-sql.ts';

/** What only reads. */
export function createReads(database: Database, schema: string) {
  /** Undefined: there is nothing to read. */
  const pageOf = async ({ tenantId, connectionIds, after = '0', limit }: LogQuery): Promise<Statement | undefined> => {
    if (tenantId === undefined) return allEventsSql(schema, { after, limit });
    const tenant = keyOf(tenantId);
    const known = await database.query<{ connection_id: string; head: string }>(connectionsSql(schema), [tenant]);
    const wanted = connectionIds && new Set(connectionIds.map(keyOf));
    const connections = known.map(({ connection_id: id }) => id).filter((id) => wanted?.has(id) ?? true);
    const [first] = known;
    return first && connections.length > 0
      ? eventsSql(schema, { tenant, connections, after, upTo: first.head, limit })
      : undefined;
  };

  return {
    async list(scope, query) {
      const { text, values } = listSql(schema, scope, query);
      return (await database.query<{ record: string }>(text, values)).map(
        ({ record }) => JSON.parse(record) as MirrorRecord,
      );
    },
    async get({ tenantId, connectionId }, kind, ids) {
      const rows = await database.query<{ record: string }>(
        `select record from ${schema}.records where tenant_id = $1 and connection_id = $2 and kind = $3
          and id = any(array(select json_array_elements_text($4::json)))`,
        [keyOf(tenantId), keyOf(connectionId), kind, JSON.stringify(ids.map(keyOf))],
      );
      return rows.map(({ record }) => JSON.parse(record) as MirrorRecord);
    },
    async events(query) {
      const statement = await pageOf(query);
      if (!statement) return [];
      const { text, values } = statement;
      const rows = await database.query<{ position: string; event: string }>(text, values);
      return rows.map(({ position, event }) => ({ position, event: JSON.parse(event) as InboxEvent }));
    },
    async head() {
      const [row] = await database.query<{ head: string }>(
        `select coalesce(max(position), 0)::text as head from ${schema}.events`,
      );
      return row?.head ?? '0';
    },
    async mark({ tenantId, connectionId }, name) {
      const [row] = await database.query<{ value: string }>(
        `select value from ${schema}.marks where tenant_id = $1 and connection_id = $2 and name = $3`,
        [keyOf(tenantId), keyOf(connectionId), keyOf(name)],
      );
      return row && (JSON.parse(row.value) as string);
    },
  } satisfies Partial<Store>;
}
