import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { blinger } from '@anyinbox/blinger';
import { createMemoryStore, createTenants } from '@anyinbox/core';
import { startBlingerEmulator } from '@anyinbox/emulators';
import { describe, expect, onTestFinished, test } from 'vitest';

type EmulatorOptions = NonNullable<Parameters<typeof startBlingerEmulator>[0]>;
const secret = 'a-secret-of-the-path';

/** A tenant with a store, whose webhooks come from an emulator over HTTP. */
async function startDesk(options: EmulatorOptions, names = {}) {
  const emulator = await startBlingerEmulator({ seed: 'empty', ...options });
  emulator.webhooks.names(names);
  const store = createMemoryStore();
  const connection = {
    id: 'desk',
    provider: 'blinger',
    credentials: { token: emulator.token },
    options: { baseUrl: `${emulator.url}/api` },
    webhook: { secrets: [secret] },
  } as const;
  const tenants = createTenants({
    providers: [blinger],
    resolve: { tenants: { acme: { connections: [connection] } } },
    store,
  });
  const server = createServer(async (request, response) => {
    const body = await request.toArray();
    const target = new Request(`http://hooks.example.com${request.url}`, { method: 'POST', body: Buffer.concat(body) });
    response.writeHead((await tenants.webhooks(target)).status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await emulator.close();
    await tenants.close();
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  emulator.webhooks.configure({ url: `http://127.0.0.1:${port}/acme/desk/${secret}` });
  const inbox = await tenants.inbox('acme');
  return {
    emulator,
    inbox,
    /** Once every webhook was taken. */
    async settled() {
      await emulator.webhooks.idle();
      for (const { status } of emulator.webhooks.deliveries) expect(status).toBe(200);
    },
    async textsOf(id: number) {
      const { items } = await inbox.messages.list(`desk:${id}`);
      return items.map(({ direction, text }) => `${direction} ${text}`).toSorted();
    },
    logged: async () =>
      (await store.events({ tenantId: 'acme', after: '0', limit: 100 })).map(({ event: { type } }) => type),
  };
}

describe.each([
  ['inside', 'message'],
  ['beside', 'conversation'],
] as const)('with messages %s, and a send that answers the %s', (closedMessages, sendAnswer) => {
  test('a message that is told three times is one', async () => {
    const desk = await startDesk({ closedMessages, sendAnswer }, { outgoingMessage: 'on_message_outgoing' });
    const { emulator, inbox, settled, textsOf, logged } = desk;
    const { id } = emulator.addConversation({ text: 'Hello' });
    await settled();
    expect(await textsOf(id)).toEqual(['inbound Hello']);
    await inbox.messages.send(`desk:${id}`, { text: 'Good day' });
    await settled();
    expect(await textsOf(id)).toEqual(['inbound Hello', 'outbound Good day']);
    await inbox.conversations.close(`desk:${id}`);
    await settled();
    expect(await textsOf(id)).toEqual(['inbound Hello', 'outbound Good day']);
    const types = await logged();
    expect(types.filter((type) => type.startsWith('message.'))).toEqual(['message.received', 'message.sent']);
    const { items } = await inbox.conversations.list({ status: 'closed' });
    expect(items).toMatchObject([{ nativeId: String(id), status: 'closed', lastMessage: { text: 'Good day' } }]);
  });
});

test('what came too fast to be seen is there when it is closed', async () => {
  const { emulator, inbox, settled, textsOf } = await startDesk({ incomingWebhook: 'none' });
  const { id } = emulator.addConversation({ text: 'One' });
  for (const text of ['Two', 'Three', 'Four']) emulator.receive({ conversationId: id, text });
  await settled();
  expect((await textsOf(id)).length).toBeLessThan(4);
  await inbox.conversations.close(`desk:${id}`);
  await settled();
  expect(await textsOf(id)).toEqual(['inbound Four', 'inbound One', 'inbound Three', 'inbound Two']);
});

test('a delivery that comes again adds nothing', async () => {
  const { emulator, inbox, settled, logged } = await startDesk({});
  const { id } = emulator.addConversation({ text: 'Hello' });
  await inbox.conversations.close(`desk:${id}`);
  await settled();
  const before = await logged();
  for (const { payload } of emulator.webhooks.deliveries.filter(({ text }) => text.includes('on_conversation')))
    emulator.webhooks.send(payload);
  await settled();
  expect(await logged()).toEqual(before);
});
