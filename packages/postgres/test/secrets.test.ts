import { inspect } from 'node:util';
import { createPostgresStore } from '@anyinbox/postgres';
import { expect, it, onTestFinished } from 'vitest';
import type { Database } from '../src/database/database.ts';
import { openStore } from '../src/store.ts';
import { deliveryOf, scope } from './support/deliveries.ts';
import { describeOnServer, dropSchemas, freshSchema, onServer, serverUrl } from './support/server.ts';

const password = 'canary-4f1b';

/** Everything of an error that somebody might log. */
function told(error: unknown): string {
  return [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), (error as Error).stack].join('\n');
}

const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => {
      throw new Error('It did not fail');
    },
    (error: unknown) => error,
  );

it('no error of a connection that fails tells the password, the host or the user', async () => {
  for (const connectionString of [
    `postgres://canary-user:${password}@127.0.0.1:1/canary-database`,
    `postgres://canary-user:${password}@canary-host.invalid/canary-database`,
    `postgres://canary-user:${password}@127.0.0.1:port-${password}/canary-database`,
    `canary ${password}`,
  ]) {
    const error = await failure(createPostgresStore({ connectionString }));
    expect(error).toMatchObject({ name: 'InboxError', operation: expect.stringMatching(/^store\./) });
    expect(told(error)).not.toContain('canary');
  }
});

it('no error of a statement tells what was written', async () => {
  const quotes = Object.assign(new Error('duplicate key: canary'), {
    code: '23505',
    detail: 'Key (id)=(canary) already exists.',
    query: 'insert canary',
    params: ['canary'],
  });
  const failing: Database = {
    query: async () => [{ there: true, version: 1 }] as never,
    transaction: () => Promise.reject(quotes),
    listen: () => async () => undefined,
    close: async () => undefined,
  };
  const store = await openStore(failing, 'anyinbox');
  const error = await failure(store.ingest(deliveryOf('1')));
  expect(error).toMatchObject({ name: 'InboxError', code: 'internal', vendorCode: '23505', operation: 'store.ingest' });
  expect(told(error)).not.toContain('canary');
});

it('no error of a merge tells what was merged', async () => {
  const empty: Database = {
    query: async () => [{ there: true, version: 1 }] as never,
    transaction: (_first, work) =>
      work({ query: async () => [{ tenant_id: 'acme', connection_id: 'support', kind: null, id: '1' }] as never }),
    listen: () => async () => undefined,
    close: async () => undefined,
  };
  const store = await openStore(empty, 'anyinbox');
  const merge = () => {
    throw new Error('canary');
  };
  const error = await failure(store.ingest(deliveryOf('1', [{ key: { kind: 'agent', id: 'a' }, merge }])));
  expect(error).toMatchObject({ name: 'InboxError', code: 'internal', operation: 'store.ingest' });
  expect(told(error)).not.toContain('canary');
});

describeOnServer('on a PostgreSQL server', () => {
  it('a table that is broken is an error without contents', async () => {
    const schema = freshSchema();
    const store = await createPostgresStore({ connectionString: serverUrl, schema });
    onTestFinished(async () => {
      await store.close();
      await dropSchemas([schema]);
    });
    await onServer(`alter table ${schema}.events add constraint never check (event_id = '')`);
    const error = await failure(store.ingest({ scope, entries: deliveryOf('canary').entries }));
    expect(error).toMatchObject({ code: 'internal', vendorCode: '23514' });
    expect(told(error)).not.toContain('canary');
  });

  it('a user who does not exist is a matter of credentials', async () => {
    const url = new URL(serverUrl);
    url.username = 'canary';
    url.password = password;
    const error = await failure(createPostgresStore({ connectionString: url.href }));
    expect(error).toMatchObject({ name: 'InboxError', code: 'invalid-config' });
    expect(told(error)).not.toContain('canary');
  });
});
