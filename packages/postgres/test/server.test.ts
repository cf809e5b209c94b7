import { createPostgresStore } from '@anyinbox/postgres';
import { Pool } from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { countingDelivery, scope } from './support/deliveries.ts';
import { readLog } from './support/read-all.ts';
import { describeOnServer, dropSchemas, freshSchema, onServer, serverUrl } from './support/server.ts';

describeOnServer('on a PostgreSQL server', () => {
  function schemaOfTest(): string {
    const schema = freshSchema();
    onTestFinished(() => dropSchemas([schema]));
    return schema;
  }

  const terminate = (application: string) =>
    onServer('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [application]);

  it('ten stores that start at once make the tables once', async () => {
    const schema = schemaOfTest();
    const options = { connectionString: serverUrl, schema };
    const stores = await Promise.all(Array.from({ length: 10 }, () => createPostgresStore(options)));
    await Promise.all(stores.map((store, number) => store.ingest(countingDelivery(`${number}`))));
    expect((await stores[0]?.get(scope, 'conversation', ['a']))?.[0]?.value).toEqual({ count: 10 });
    await Promise.all(stores.map((store) => store.close()));
    expect(await onServer(`select version from ${schema}.migrations`)).toEqual([{ version: 1 }]);
  });

  it('a schema of a newer version is refused', async () => {
    const options = { connectionString: serverUrl, schema: schemaOfTest() };
    await (await createPostgresStore(options)).close();
    await onServer(`insert into ${options.schema}.migrations values (1000)`);
    await expect(createPostgresStore(options)).rejects.toMatchObject({ code: 'invalid-config' });
  });

  it("an app's own pool is used and left open, whatever its defaults", async () => {
    const pool = new Pool({
      connectionString: serverUrl,
      max: 1,
      options: '-c default_transaction_isolation=serializable -c synchronous_commit=off',
    });
    onTestFinished(() => pool.end());
    const store = await createPostgresStore({ pool, schema: schemaOfTest() });
    const woken = vi.fn();
    store.watch(woken);
    await Promise.all([1, 2, 3].map((number) => store.ingest(countingDelivery(`${number}`))));
    await vi.waitFor(() => expect(woken).toHaveBeenCalled(), 5000);
    await store.close();
    await expect(store.head()).rejects.toMatchObject({ message: 'The store is closed' });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('closing waits for what is under way', async () => {
    const schema = schemaOfTest();
    const store = await createPostgresStore({ connectionString: serverUrl, schema });
    const writes = Promise.all([1, 2, 3].map((number) => store.ingest(countingDelivery(`${number}`))));
    await store.close();
    expect((await writes).map(({ accepted }) => accepted)).toEqual([['1'], ['2'], ['3']]);
  });

  it('who follows one tenant is not woken for the others', async () => {
    const store = await createPostgresStore({ connectionString: serverUrl, schema: schemaOfTest() });
    onTestFinished(() => store.close());
    const woken: string[] = [];
    for (const tenantId of ['acme', 'globex']) store.watch(() => woken.push(tenantId), tenantId);
    store.watch(() => woken.push('all'));
    // Whoever begins to listen may have missed something: all are woken once.
    await vi.waitFor(() => expect(new Set(woken)).toEqual(new Set(['acme', 'globex', 'all'])), 10_000);
    woken.length = 0;
    for (let id = 0; id < 5; id++) await store.ingest(countingDelivery(`${id}`));
    await vi.waitFor(() => expect(woken.filter((one) => one === 'acme')).toHaveLength(5), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 5500));
    expect(woken.toSorted()).toEqual([...Array(5).fill('acme'), ...Array(5).fill('all')]);
  });

  it('connections that are cut off are opened again, the listening one too', { timeout: 30_000 }, async () => {
    const application = freshSchema();
    const connectionString = `${serverUrl}${serverUrl.includes('?') ? '&' : '?'}application_name=${application}`;
    const schema = schemaOfTest();
    const store = await createPostgresStore({ connectionString, schema });
    const other = await createPostgresStore({ connectionString: serverUrl, schema });
    onTestFinished(async () => {
      await Promise.all([store.close(), other.close()]);
    });
    const woken = vi.fn();
    store.watch(woken);
    await vi.waitFor(() => expect(woken).toHaveBeenCalled(), 5000);
    const listens = () =>
      onServer(`select 1 from pg_stat_activity where application_name = $1 and query like 'listen %'`, [application]);
    expect(await listens()).toHaveLength(1);

    expect((await terminate(application)).length).toBeGreaterThan(1);
    await vi.waitFor(async () => expect(await listens()).toHaveLength(1), 10_000);
    await vi.waitFor(async () => expect((await store.ingest(countingDelivery('1'))).accepted).toEqual(['1']), 5000);
    woken.mockClear();
    await other.ingest(countingDelivery('2'));
    // Sooner than the next look without a notification.
    await vi.waitFor(() => expect(woken).toHaveBeenCalled(), 2000);
    expect(await readLog(store)).toEqual(['1', '2']);
  });

  it('a delivery whose connection is cut off rejects, wrote nothing, and may come again', async () => {
    const application = freshSchema();
    const schema = schemaOfTest();
    const pool = new Pool({ connectionString: serverUrl, application_name: application });
    const blocker = await new Pool({ connectionString: serverUrl, max: 1 }).connect();
    const store = await createPostgresStore({ pool, schema });
    onTestFinished(async () => {
      await store.close();
      await pool.end();
    });
    await blocker.query(`begin; lock table ${schema}.records in access exclusive mode`);
    const cutOff = [store.ingest(countingDelivery('1')), store.ingest(countingDelivery('2'))];
    const outcomes = Promise.allSettled(cutOff);
    await vi.waitFor(async () => expect(await waitingFor(application)).toHaveLength(1), 5000);
    await terminate(application);
    await vi.waitFor(async () => expect(await waitingFor(application)).toHaveLength(1), 5000);
    await terminate(application);
    expect(await outcomes).toMatchObject(
      [1, 2].map(() => ({ reason: { name: 'InboxError', code: 'provider-unavailable', retryable: true } })),
    );
    await blocker.query('rollback');
    blocker.release(true);
    expect(await readLog(store)).toEqual([]);
    expect(await store.ingest(countingDelivery('1'))).toEqual({ accepted: ['1'] });
  });

  const waitingFor = (application: string) =>
    onServer(`select 1 from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock'`, [application]);
});
