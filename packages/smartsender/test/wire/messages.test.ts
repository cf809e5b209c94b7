import { expect, test } from 'vitest';
import { chat, listOf, message } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

const sent = {
  ...message,
  id: 900,
  state: { type: 'sent', message: null },
  sender: { type: 'operator', image: 'https://cdn.example.com/marta.jpg', fullName: 'Marta Hill' },
  createdAt: '2026-11-20 12:00:01',
  deliveredAt: null,
};

test('smartsender GET /v1/chats/{chatId}/messages', async () => {
  const wire = startWire();
  wire.answer(listOf([message]));
  const page = await wire.inbox.messages.list('bots:2196', { limit: 100 });
  expectRequest(wire, {
    method: 'GET',
    path: '/v1/chats/2196/messages',
    query: { page: '1', limitation: '20', activities: '1' },
  });
  expect(page).toEqual({
    items: [
      {
        id: 'bots:3404-534',
        nativeId: '3404-534',
        conversationId: 'bots:2196',
        kind: 'message',
        direction: 'inbound',
        author: { kind: 'contact', name: 'Vera Lamp' },
        text: 'Is the green lamp in stock?',
        attachments: [],
        delivery: { state: 'delivered' },
        createdAt: '2019-10-23T16:16:38.000Z',
        editedAt: null,
        provenance: { source: 'live', asOf: '2026-11-20T12:00:00.000Z', complete: true },
      },
    ],
  });
});

test('smartsender GET /v1/chats/{chatId}/messages, without activities', async () => {
  const wire = startWire({ activities: false });
  wire.answer(listOf([]));
  await wire.inbox.messages.list('bots:2196', { limit: 5 });
  expectRequest(wire, { method: 'GET', path: '/v1/chats/2196/messages', query: { page: '1', limitation: '5' } });
});

test('smartsender POST /v1/contacts/{contactId}/send', async () => {
  const wire = startWire();
  wire.answer(listOf([chat]));
  await wire.inbox.conversations.list();
  wire.requests.length = 0;

  wire.answer(sent);
  const answer = await wire.inbox.messages.send('bots:2196', { text: 'Yes, 3 are left' });
  // To the contact's originalId, 2231, and not to its other id, 3404.
  expectRequest(wire, {
    method: 'POST',
    path: '/v1/contacts/2231/send',
    body: { type: 'text', watermark: 1795176000, content: 'Yes, 3 are left' },
  });
  expect(answer).toEqual({
    id: 'bots:3404-900',
    nativeId: '3404-900',
    conversationId: 'bots:2196',
    kind: 'message',
    direction: 'outbound',
    author: { kind: 'agent', name: 'Marta Hill', avatarUrl: 'https://cdn.example.com/marta.jpg' },
    text: 'Is the green lamp in stock?',
    attachments: [],
    delivery: { state: 'sent' },
    createdAt: '2026-11-20T12:00:01.000Z',
    editedAt: null,
    provenance: { source: 'send', asOf: '2026-11-20T12:00:00.000Z', complete: true },
  });
});

test('smartsender POST /v1/contacts/{contactId}/send, a file', async () => {
  const wire = startWire();
  wire.answer(chat);
  await wire.inbox.conversations.get('bots:2196');
  wire.requests.length = 0;

  wire.answer(sent);
  await wire.inbox.messages.send('bots:2196', {
    attachments: [{ kind: 'image', url: 'https://cdn.example.com/lamp.gif' }],
    providerOptions: { smartsender: { type: 'animation', watermark: '111' }, another: { x: 1 } },
  });
  expectRequest(wire, {
    method: 'POST',
    path: '/v1/contacts/2231/send',
    body: { type: 'animation', watermark: '111', media: 'https://cdn.example.com/lamp.gif' },
  });
});

test('smartsender PUT /v1/gates/{gateId}/messages', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await expect(wire.inbox.messages.edit('bots:3404-534', { text: 'Two are left' })).resolves.toBeUndefined();
  expectRequest(wire, {
    method: 'PUT',
    path: '/v1/gates/3404/messages',
    body: { text: 'Two are left', messageId: 534 },
  });
});

test('smartsender DELETE /v1/gates/{gateId}/messages', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await expect(wire.inbox.messages.delete('bots:3404-534')).resolves.toBeUndefined();
  expectRequest(wire, { method: 'DELETE', path: '/v1/gates/3404/messages', body: { messageIds: [534] } });
});
