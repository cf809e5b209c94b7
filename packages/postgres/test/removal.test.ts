import { createPostgresStore } from '@anyinbox/postgres';
import { expect, it, onTestFinished } from 'vitest';
import { deliveryOf, scope } from './support/deliveries.ts';
import { describeOnServer, dropSchemas, freshSchema, onServer, serverUrl } from './support/server.ts';

// More than what one transaction removes.
const many = 2300;

describeOnServer('many rows are removed in turns', () => {
  async function openFull() {
    const schema = freshSchema();
    const store = await createPostgresStore({ connectionString: serverUrl, schema });
    onTestFinished(async () => {
      await store.close();
      await dropSchemas([schema]);
    });
    await onServer(
      `insert into ${schema}.records (tenant_id, connection_id, kind, id, parent, at, contact_id, record)
        select 'acme', 'support', 'message', n::text, 'a', '2020', null, '{}' from generate_series(1, $1) as n
        union all values ('acme', 'support', 'conversation', 'a', '', '2020', 'kim', '{}')`,
      [many],
    );
    await onServer(
      `insert into ${schema}.events (tenant_id, connection_id, event_id, received_at, conversation_id, event)
        select 'acme', 'support', n::text, '2020', 'a', '{}' from generate_series(1, $1) as n`,
      [many],
    );
    return { store, schema };
  }

  it('erasing takes all of them, and leaves no name behind', async () => {
    const { store, schema } = await openFull();
    const removed = await store.erase(scope, { conversationIds: [], contactIds: ['kim'] });
    expect(removed).toEqual({ records: many + 1, events: many });
    expect(await onServer(`select from ${schema}.records`)).toEqual([]);
    const rest = `select from ${schema}.events where event is not null or conversation_id is not null`;
    expect(await onServer(rest)).toEqual([]);
    expect(await store.ingest(deliveryOf('17'))).toEqual({ accepted: [] });
  });

  it('expiring takes as many as it may, messages before their conversations', async () => {
    const { store } = await openFull();
    expect(await store.expire(scope, '2021', 1500)).toEqual({ records: 1500, events: 1500 });
    expect(await store.get(scope, 'conversation', ['a'])).toHaveLength(1);
    expect(await store.expire(scope, '2021', 1500)).toEqual({ records: many + 1 - 1500, events: many - 1500 });
  });
});
