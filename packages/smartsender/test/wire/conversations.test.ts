import { expect, test } from 'vitest';
import { chat, listOf } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

test('smartsender GET /v1/chats', async () => {
  const wire = startWire();
  wire.answer(listOf([chat], 1, 3));
  const page = await wire.inbox.conversations.list({
    status: 'open',
    assignee: { agentId: 'bots:71' },
    search: 'lamp & co',
    limit: 1,
  });
  expectRequest(wire, {
    method: 'GET',
    path: '/v1/chats',
    query: {
      page: '1',
      limitation: '1',
      term: 'lamp & co',
      state: 'open',
      'selector[name]': 'private',
      'selector[operatorId]': '71',
    },
  });
  expect(page.items).toEqual([
    {
      id: 'bots:2196',
      nativeId: '2196',
      connectionId: 'bots',
      provider: 'smartsender',
      channel: { id: 'bots:311', kind: 'viber', nativeKind: 'viber', name: 'Lamp shop' },
      contact: { id: 'bots:2231', name: 'Vera Lamp', avatarUrl: 'https://cdn.example.com/vera.jpg' },
      status: 'open',
      assignee: { agent: { id: 'bots:71' } },
      unreadCount: 2,
      canReply: { allowed: true },
      createdAt: '2019-10-01T10:00:00.000Z',
      updatedAt: '2019-10-23T16:16:38.000Z',
      provenance: { source: 'live', asOf: '2026-11-20T12:00:00.000Z', complete: true },
    },
  ]);
  expect(page.nextCursor).toBeTypeOf('string');
});

test('smartsender GET /v1/chats, only the unread ones', async () => {
  const wire = startWire();
  wire.answer(listOf([chat]));
  const page = await wire.inbox.conversations.list({ unread: true });
  expectRequest(wire, {
    method: 'GET',
    path: '/v1/chats',
    query: { page: '1', limitation: '20', 'selector[name]': 'unread' },
  });
  expect(page.items[0]).toMatchObject({ status: 'unknown' });
  expect(page.items[0]).not.toHaveProperty('assignee');
  expect(page.nextCursor).toBeUndefined();
});

test('smartsender GET /v1/chats/{chatId}', async () => {
  const wire = startWire();
  wire.answer(chat);
  const conversation = await wire.inbox.conversations.get('bots:2196', { include: ['raw'] });
  expectRequest(wire, { method: 'GET', path: '/v1/chats/2196' });
  expect(conversation).toMatchObject({ nativeId: '2196', status: 'unknown', raw: chat });
});

test('smartsender PUT /v1/chats/{chatId}/read', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await expect(wire.inbox.conversations.markRead('bots:2196')).resolves.toBeUndefined();
  expectRequest(wire, { method: 'PUT', path: '/v1/chats/2196/read' });
});

test('smartsender PUT /v1/chats/{chatId}/close', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await expect(wire.inbox.conversations.close('bots:2196')).resolves.toBeUndefined();
  expectRequest(wire, { method: 'PUT', path: '/v1/chats/2196/close' });
});

test('smartsender POST /v1/chats/{chatId}/forward/{operatorId}', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await wire.inbox.conversations.assign('bots:2196', { agentId: 'bots:71' }, { note: 'Wants a refund' });
  expectRequest(wire, { method: 'POST', path: '/v1/chats/2196/forward/71', body: { text: 'Wants a refund' } });
});

test('smartsender POST /v1/chats/{chatId}/forward/{operatorId}, without a note', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await wire.inbox.conversations.assign('bots:2196', { agentId: 'bots:71' });
  expectRequest(wire, { method: 'POST', path: '/v1/chats/2196/forward/71', body: {} });
});
