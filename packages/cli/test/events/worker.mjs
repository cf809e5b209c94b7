// A process to be killed: polls for a tenant's connections until then. Runs on what was built, as an app would.
import { createTenants } from '@anyinbox/core';
import { createPostgresStore } from '@anyinbox/postgres';
import { smartsender } from '@anyinbox/smartsender';

const [options, resolve] = process.argv.slice(2).map((text) => JSON.parse(text));
const store = await createPostgresStore(options);
const tenants = createTenants({ providers: [smartsender], store, resolve });
await tenants.work({ signal: new AbortController().signal });
