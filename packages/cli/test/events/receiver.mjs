// A process to be killed: takes webhooks into a store until then. Runs on what was built, as an app would.
import { createServer } from 'node:http';
import { brevo } from '@anyinbox/brevo';
import { createTenants, toNodeHandler } from '@anyinbox/core';
import { createPostgresStore } from '@anyinbox/postgres';

const [options, secret] = process.argv.slice(2);
const store = await createPostgresStore(JSON.parse(options));
const webhook = { secrets: [secret] };
const connections = [{ id: 'mail', provider: 'brevo', credentials: { apiKey: 'xkeysib-unused' }, webhook }];
const tenants = createTenants({ providers: [brevo], store, resolve: { tenants: { acme: { connections } } } });
const server = createServer(toNodeHandler(tenants.webhooks));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
