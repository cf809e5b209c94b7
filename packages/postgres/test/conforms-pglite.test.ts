import { testStore } from '@anyinbox/conformance';
import type { Store } from '@anyinbox/core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Database } from '../src/database/database.ts';
import { openPglite } from '../src/database/pglite.ts';
import { openStore } from '../src/store.ts';
import { type TemporaryFolder, temporaryFolder } from './support/temporary-folder.ts';

// A database takes seconds to make, a schema milliseconds: every test has a schema of one database. Restarts are tested elsewhere, with folders.
let folder: TemporaryFolder | undefined;
let database: Database | undefined;
const schemas = new Map<Store, string>();

beforeAll(async () => {
  folder = await temporaryFolder();
  database = await openPglite(folder.path);
}, 60_000);
afterAll(async () => {
  await database?.close();
  await folder?.remove();
});

async function open(schema: string): Promise<Store> {
  if (!database) throw new Error('There is no database');
  const store = await openStore({ ...database, close: async () => undefined }, schema);
  schemas.set(store, schema);
  return store;
}

testStore(
  { describe, it, skip: it.skip },
  {
    name: 'on PGlite',
    open: () => open(`test_${schemas.size}`),
    reopen: (store) => open(schemas.get(store) ?? ''),
  },
);
