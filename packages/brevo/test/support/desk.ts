import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brevo } from '@anyinbox/brevo';
import { createMemoryStore, createTenants, toNodeHandler } from '@anyinbox/core';
import { type BrevoEmulatorOptions, startBrevoEmulator } from '@anyinbox/emulators';
import { onTestFinished } from 'vitest';

export const secret = 'a-secret-of-the-path';

/** A tenant with a store. */
export function openDesk(options: object = {}, apiKey = 'xkeysib-unused') {
  const store = createMemoryStore();
  const webhook = { secrets: [secret] };
  const connection = { id: 'mail', provider: 'brevo', credentials: { apiKey }, options, webhook } as const;
  const tenants = createTenants({
    providers: [brevo],
    resolve: { tenants: { acme: { connections: [connection] } } },
    store,
  });
  onTestFinished(() => tenants.close());
  return {
    tenants,
    store,
    /** A text goes out as it is. */
    post(body: unknown) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return tenants.webhooks(new Request(`https://you.example/acme/mail/${secret}`, { method: 'POST', body: text }));
    },
    logged: async () => (await store.events({ tenantId: 'acme', limit: 1000 })).map(({ event }) => event),
  };
}

/** The same, whose webhooks come from an emulator over HTTP. */
export async function startDesk(settings: BrevoEmulatorOptions = {}) {
  const emulator = await startBrevoEmulator({ seed: 'empty', ...settings });
  const [agent] = emulator.state.agents;
  const desk = openDesk({ agent: { agentId: agent?.id }, baseUrl: `${emulator.url}/v3` }, emulator.apiKey);
  const server = createServer(toNodeHandler(desk.tenants.webhooks));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await emulator.close();
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  emulator.webhooks.configure({ url: `http://127.0.0.1:${port}/acme/mail/${secret}` });
  return { ...desk, emulator, inbox: await desk.tenants.inbox('acme') };
}
