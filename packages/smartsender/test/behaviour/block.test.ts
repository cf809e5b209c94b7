import { createMemoryStore, createTenants, sampleWebhooks } from '@anyinbox/core';
import { startSmartsenderEmulator } from '@anyinbox/emulators';
import { smartsender } from '@anyinbox/smartsender';
import { expect, onTestFinished, test } from 'vitest';

const secret = 'a-secret-of-the-block';
const url = 'https://you.example/webhooks/acme/bots';

/** A tenant with a store, and somebody who writes. */
async function startDesk() {
  const emulator = await startSmartsenderEmulator({ seed: 'empty' });
  const store = createMemoryStore();
  const connection = {
    id: 'bots',
    provider: 'smartsender',
    credentials: { token: emulator.token },
    options: { baseUrl: emulator.url },
    webhook: { secrets: [secret] },
  } as const;
  const tenants = createTenants({
    providers: [smartsender],
    resolve: { tenants: { acme: { connections: [connection] } } },
    store,
  });
  onTestFinished(async () => {
    await tenants.close();
    await emulator.close();
  });
  const chat = emulator.addConversation({ firstName: 'Vera', text: 'Is the lamp in stock?' });
  let shown = emulator.requests.length;
  return {
    emulator,
    chat,
    /** The block runs in the funnel of this contact. */
    async block(contactId: number | string, more: object = {}) {
      const options = {
        url,
        secret,
        secretIn: { header: 'x-webhook-token' },
        conversationId: String(contactId),
        ...more,
      };
      const [sample] = sampleWebhooks(smartsender, options);
      return (await tenants.webhooks(sample?.request as Request)).status;
    },
    requests() {
      const fresh = emulator.requests.slice(shown).map(({ method, path }) => `${method} ${path}`);
      shown = emulator.requests.length;
      return fresh;
    },
    logged: async () =>
      (await store.events({ tenantId: 'acme', limit: 100 })).map(
        ({ event: { type, data } }) => `${type} ${data.message?.text ?? ''}`,
      ),
  };
}

test('what the contact wrote is read, by three requests, and told once', async () => {
  const { emulator, chat, block, requests, logged } = await startDesk();
  const contactId = chat.contact.originalId;
  expect(await block(contactId)).toBe(200);
  expect(requests()).toEqual([
    `GET /v1/contacts/${contactId}/chat`,
    `GET /v1/chats/${chat.id}`,
    `GET /v1/chats/${chat.id}/messages`,
  ]);
  expect(await logged()).toContain('message.received Is the lamp in stock?');
  const before = await logged();
  expect(await block(contactId)).toBe(200);
  expect(await logged()).toEqual(before);
  emulator.receive({ conversationId: chat.id, text: 'The green one' });
  await block(contactId);
  expect((await logged()).filter((event) => event.startsWith('message.'))).toEqual([
    'message.received Is the lamp in stock?',
    'message.received The green one',
  ]);
});

test('a body that names nobody is kept, and the newest conversations are looked at', async () => {
  const { block, requests, logged } = await startDesk();
  expect(await block('{{ userId }}')).toBe(200);
  expect(requests()[0]).toBe('GET /v1/chats');
  const events = await logged();
  expect(events).toContain('vendor.other ');
  expect(events).toContain('message.received Is the lamp in stock?');
});
