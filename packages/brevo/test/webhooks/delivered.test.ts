import { expect, test } from 'vitest';
import { startDesk } from '../support/desk.ts';

/** Somebody asks, and we answer through the API. */
async function talk(settings: Parameters<typeof startDesk>[0] = {}) {
  const desk = await startDesk(settings);
  const { emulator, inbox } = desk;
  const { visitorId } = emulator.startConversation({ displayedName: 'Vera Lamp', text: 'Is the lamp in stock?' });
  await emulator.webhooks.idle();
  const conversationId = `mail:${visitorId}`;
  const sent = await inbox.messages.send(conversationId, { text: 'Yes' });
  await emulator.webhooks.idle();
  return { ...desk, visitorId, conversationId, sent };
}

test('a conversation can be listed and read that the vendor’s API never shows', async () => {
  const { emulator, inbox, visitorId, conversationId } = await talk();
  const { items } = await inbox.conversations.list({ status: 'open' });
  expect(items).toMatchObject([
    { id: conversationId, contact: { name: 'Vera Lamp' }, lastMessage: { text: 'Yes' }, status: 'open' },
  ]);
  const { items: messages } = await inbox.messages.list(conversationId);
  expect(messages.map(({ text, direction }) => `${direction} ${text}`)).toEqual([
    'outbound Yes',
    'inbound Is the lamp in stock?',
  ]);
  expect(messages[1]?.author).toEqual({ kind: 'contact', id: conversationId, name: 'Vera Lamp' });
  emulator.endConversation(visitorId);
  await emulator.webhooks.idle();
  expect(await inbox.conversations.get(conversationId)).toMatchObject({ status: 'closed' });
  emulator.receive({ visitorId, text: 'And the red one?' });
  await emulator.webhooks.idle();
  expect(await inbox.conversations.get(conversationId)).toMatchObject({ status: 'open' });
  const { items: agents } = await inbox.agents.list();
  expect(agents).toContainEqual(expect.objectContaining({ email: emulator.state.agents[0]?.email }));
});

test('our own message, told back by two webhooks, is the one that was sent', async () => {
  const { emulator, visitorId, sent, logged } = await talk();
  emulator.endConversation(visitorId);
  await emulator.webhooks.idle();
  const ours = (await logged()).filter(({ type }) => type === 'message.sent');
  expect(ours).toMatchObject([{ data: { message: { id: sent.id, text: 'Yes' } } }]);
  expect(emulator.webhooks.deliveries.map(({ outcome }) => outcome)).not.toContain('discarded');
});

test('what could not be written is answered with the status after which it is delivered again', async () => {
  const { emulator, store, visitorId, logged } = await talk({
    webhookRetries: { delaysMs: [1, 1], wait: () => Promise.resolve() },
  });
  const { ingest } = store;
  store.ingest = async () => {
    store.ingest = ingest;
    throw new Error('The disk is full');
  };
  emulator.receive({ visitorId, text: 'Still there?' });
  await emulator.webhooks.idle();
  expect(emulator.webhooks.deliveries.at(-1)).toMatchObject({ attempts: 2, status: 200, outcome: 'delivered' });
  expect((await logged()).filter(({ data }) => data.message?.text === 'Still there?')).toHaveLength(1);
});
