import { createTenants } from '@anyinbox/core';
import { createPostgresStore } from '@anyinbox/postgres';

const { DATABASE_URL: connectionString } = process.env;
const store = await createPostgresStore(connectionString ? { connectionString } : { dataDir: 'inbox-data' });
const tenants = createTenants({ providers: [], resolve: { tenants: {} }, store });

// Everything that was heard so far, the first ten of it. The next page begins after the last `position`.
for (const { position, event } of await store.events({ limit: 10 })) console.log(position, event.type);

await tenants.close();
await store.close();
