import { testStore } from '@anyinbox/conformance';
import type { Store } from '@anyinbox/core';
import { createPostgresStore } from '@anyinbox/postgres';
import { afterAll, describe, it } from 'vitest';
import { describeOnServer, dropSchemas, freshSchema, serverUrl } from './support/server.ts';

describeOnServer('PostgreSQL', () => {
  const schemas = new Map<Store, string>();
  const open = async (schema: string) => {
    const store = await createPostgresStore({ connectionString: serverUrl, schema });
    schemas.set(store, schema);
    return store;
  };
  const again = (store: Store) => open(schemas.get(store) ?? '');
  afterAll(() => dropSchemas(schemas.values()));

  testStore(
    { describe, it, skip: it.skip },
    { name: 'on a PostgreSQL server', open: () => open(freshSchema()), reopen: again, join: again },
  );
});
