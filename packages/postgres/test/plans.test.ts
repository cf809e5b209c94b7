import type { RecordQuery } from '@anyinbox/core';
import { createPostgresStore } from '@anyinbox/postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allEventsSql, connectionsSql, eventsSql } from '../src/read/events-sql.ts';
import { listSql, type Statement } from '../src/read/list-sql.ts';
import { scope } from './support/deliveries.ts';
import { describeOnServer, dropSchemas, freshSchema, onServer, serverUrl } from './support/server.ts';

const schema = freshSchema();

describeOnServer('a page is a seek in an index that has the order already', () => {
  beforeAll(async () => {
    await (await createPostgresStore({ connectionString: serverUrl, schema })).close();
    await onServer(
      `insert into ${schema}.records (tenant_id, connection_id, kind, id, parent, at, status, agent_id, group_id, record)
        select 'acme', case when n % 10 = 0 then 'support' else 'sales' end, kind, n::text,
          case kind when 'message' then (n % 40 / 10)::text else '' end, (n % 777)::text,
          case when kind = 'conversation' then case when n % 30 = 0 then 'open' else 'closed' end end,
          case when kind = 'conversation' and n % 200 = 0 then 'marta' end,
          case when kind = 'conversation' and n % 100 = 0 then 'night' end, '{}'
        from generate_series(1, 20000) as n, unnest(array['conversation', 'message']) as kind`,
    );
    await onServer(
      `insert into ${schema}.events (tenant_id, connection_id, event_id, received_at, event)
        select case when n % 100 = 0 then 'acme' else 'globex' end, case when n = 1 then 'quiet' else 'support' end, n::text,
          '2026', '{}'
        from generate_series(1, 20000) as n`,
    );
    await onServer(`analyze ${schema}.records`);
    await onServer(`analyze ${schema}.events`);
  }, 60_000);
  afterAll(() => dropSchemas([schema]));

  const after = { at: '500', id: '1000' };
  const lists: Record<string, [query: RecordQuery, index: string]> = {
    conversations: [{ kind: 'conversation', limit: 50 }, 'records_listed'],
    'conversations, further on': [{ kind: 'conversation', after, limit: 50 }, 'records_listed'],
    'of a status': [{ kind: 'conversation', where: { status: 'open' }, limit: 50 }, 'records_by_status'],
    'of a status, further on': [
      { kind: 'conversation', where: { status: 'open' }, after, limit: 50 },
      'records_by_status',
    ],
    'of an agent': [{ kind: 'conversation', where: { agentId: 'marta' }, limit: 50 }, 'records_by_agent'],
    'of a group, further on': [
      { kind: 'conversation', where: { groupId: 'night' }, after, limit: 50 },
      'records_by_group',
    ],
    messages: [{ kind: 'message', parent: '2', limit: 50 }, 'records_listed'],
    'messages, further on': [{ kind: 'message', parent: '2', after, limit: 50 }, 'records_listed'],
  };
  for (const [name, [query, index]] of Object.entries(lists))
    it(`lists: ${name}`, async () => {
      const plan = await planOf(listSql(`"${schema}"`, scope, query));
      expect(plan).toMatch(new RegExp(`Index (Only )?Scan using ${index} `));
      expect(plan).not.toMatch(/Sort|Seq Scan|Bitmap|Rows Removed/);
      expect(rowsRead(plan)).toBeLessThanOrEqual(51);
    });

  it('events of everybody', async () => {
    const plan = await planOf(allEventsSql(`"${schema}"`, { after: '5000', limit: 50 }));
    expect(plan).toMatch(/Index Scan using events_pkey /);
    expect(plan).not.toMatch(/Sort|Seq Scan|Bitmap|Rows Removed/);
  });

  it.each([
    ['few of all', 'acme', ['support']],
    ['most of all', 'globex', ['support']],
    ['a quiet one', 'globex', ['quiet']],
    ['two, of which one is quiet', 'globex', ['support', 'quiet']],
  ])('events of connections that have %s', async (_, tenant, connections) => {
    const page = { tenant, connections, after: '5000', upTo: '20000', limit: 50 };
    const plan = await planOf(eventsSql(`"${schema}"`, page));
    expect(plan).not.toMatch(/Seq Scan|Bitmap/);
    const removed = [...plan.matchAll(/Rows Removed by Filter: (\d+)/g)].map(([, rows]) => Number(rows));
    expect(removed.filter((rows) => rows > 50)).toEqual([]);
  });

  it('which connections a tenant has is a seek for each', async () => {
    const plan = await planOf({ text: connectionsSql(`"${schema}"`), values: ['globex'] });
    expect(plan).not.toMatch(/Seq Scan|Bitmap/);
    expect(rowsRead(plan)).toBeLessThan(10);
  });
});

async function planOf({ text, values }: Statement): Promise<string> {
  const rows = await onServer<{ 'QUERY PLAN': string }>(`explain (analyze, costs off, timing off) ${text}`, [
    ...values,
  ]);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

function rowsRead(plan: string): number {
  return Math.max(...[...plan.matchAll(/actual rows=(\d+)/g)].map(([, rows]) => Number(rows)));
}
