import type { Pool } from 'pg';
import { delivery, scope } from './deliveries.ts';

const parallel = 64;

/**
 * The same rows into tables like ours, with the same indexes, as plainly as an app would: a transaction for each webhook, a statement for each table.
 * Resolves with the microseconds that one took.
 */
export async function insertBare(pool: Pool, schema: string, from: number, to: number): Promise<number> {
  let next = from;
  const startedAt = performance.now();
  const worker = async () => {
    while (next < to) await insertOne(pool, schema, next++);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return ((performance.now() - startedAt) / (to - from)) * 1000;
}

async function insertOne(pool: Pool, schema: string, number: number): Promise<void> {
  const [entry] = delivery(number).entries;
  if (!entry) return;
  const records = entry.changes.map(({ merge }) => merge(undefined));
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into ${schema}.bare_events (tenant_id, connection_id, event_id, received_at, conversation_id, contact_id, event)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        scope.tenantId,
        scope.connectionId,
        entry.event.id,
        entry.event.receivedAt,
        entry.conversationId,
        entry.contactId,
        JSON.stringify(entry.event),
      ],
    );
    await client.query(
      `insert into ${schema}.bare_records (tenant_id, connection_id, kind, id, parent, at, status, contact_id, record)
       values ${records.map((_, row) => `($1, $2, ${[3, 4, 5, 6, 7, 8, 9].map((column) => `$${row * 7 + column}`)})`)}`,
      [
        scope.tenantId,
        scope.connectionId,
        ...records.flatMap((record) => {
          const { kind, id, parent, at, facets } = record;
          return [kind, id, parent, at, facets.status ?? null, facets.contactId ?? null, JSON.stringify(record)];
        }),
      ],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
