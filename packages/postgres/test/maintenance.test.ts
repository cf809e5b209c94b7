import { createPostgresStore } from '@anyinbox/postgres';
import { expect, it, onTestFinished, vi } from 'vitest';
import { countingDelivery } from './support/deliveries.ts';
import { describeOnServer, dropSchemas, freshSchema, onServer, serverUrl } from './support/server.ts';

describeOnServer('the planner', () => {
  it('knows how large the tables are as soon as they are, not when the server comes to look', async () => {
    const schema = freshSchema();
    const store = await createPostgresStore({ connectionString: serverUrl, schema });
    onTestFinished(async () => {
      await store.close();
      await dropSchemas([schema]);
    });
    const known = async (table: string) =>
      Number(
        (
          await onServer<{ n: number }>(`select reltuples n from pg_class where oid = '${schema}.${table}'::regclass`)
        )[0]?.n,
      );
    const write = (from: number, to: number) =>
      Promise.all(
        Array.from({ length: to - from }, (_, index) =>
          store.ingest(countingDelivery(`${from + index}`, `${from + index}`)),
        ),
      );
    await write(0, 501);
    for (const table of ['records', 'events'])
      await vi.waitFor(async () => expect(await known(table)).toBeGreaterThanOrEqual(499), 10_000);
    await write(501, 1100);
    await vi.waitFor(async () => expect(await known('events')).toBeGreaterThanOrEqual(1000), 10_000);
  });
});
