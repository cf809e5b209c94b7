import { createPostgresStore, type PostgresStoreOptions } from '@anyinbox/postgres';
import { expect, it } from 'vitest';

const cases: Record<string, object> = {
  'no place': {},
  'a place without a name': { dataDir: '' },
  'a schema only': { schema: 'anyinbox' },
  'two places': { dataDir: '/tmp/x', connectionString: 'postgres://localhost' },
  'a schema that needs quotes': { connectionString: 'postgres://localhost', schema: 'a"; drop table x; --' },
  'a schema of the system': { connectionString: 'postgres://localhost', schema: 'pg_catalog' },
  'a schema that is too long': { connectionString: 'postgres://localhost', schema: 'x'.repeat(64) },
};

for (const [name, options] of Object.entries(cases))
  it(`${name} is refused before anything is opened`, async () => {
    await expect(createPostgresStore(options as PostgresStoreOptions)).rejects.toMatchObject({
      name: 'InboxError',
      code: 'invalid-config',
      blame: 'caller',
    });
  });
