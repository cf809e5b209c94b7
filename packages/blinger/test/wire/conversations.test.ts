import { expect, test } from 'vitest';
import { conversation, secrets } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

const changed = { ...conversation, status: 'inbox' };

test('blinger POST /conversations/start', async () => {
  const wire = startWire();
  wire.answer(changed);
  await expect(wire.inbox.conversations.reopen('desk:2', { agentId: 'desk:7' })).resolves.toBeUndefined();
  expectRequest(wire, {
    method: 'POST',
    path: '/api/conversations/start',
    body: { conversation_id: 2, operator_id: 7 },
  });
});

test('blinger POST /conversations/start, by the vendor’s default operator', async () => {
  const wire = startWire();
  wire.answer(changed);
  await wire.inbox.conversations.reopen('desk:2');
  expectRequest(wire, { method: 'POST', path: '/api/conversations/start', body: { conversation_id: 2 } });
});

test('blinger POST /conversations/close', async () => {
  const wire = startWire();
  wire.answer(changed);
  await expect(wire.inbox.conversations.close('desk:2')).resolves.toBeUndefined();
  expectRequest(wire, { method: 'POST', path: '/api/conversations/close', body: { conversation_id: 2 } });
});

test('blinger POST /conversations/unassign', async () => {
  const wire = startWire();
  wire.answer(changed);
  await expect(wire.inbox.conversations.unassign('desk:2')).resolves.toBeUndefined();
  expectRequest(wire, { method: 'POST', path: '/api/conversations/unassign', body: { conversation_id: 2 } });
});

test('blinger POST /conversations/assign-operator', async () => {
  const wire = startWire();
  wire.answer(changed);
  await expect(wire.inbox.conversations.assign('desk:2', { agentId: 'desk:7' })).resolves.toBeUndefined();
  expectRequest(wire, {
    method: 'POST',
    path: '/api/conversations/assign-operator',
    body: { conversation_id: 2, operator_id: 7 },
  });
});

test('blinger POST /conversations/assign-group', async () => {
  const wire = startWire();
  wire.answer(changed);
  await expect(wire.inbox.conversations.assign('desk:2', { groupId: 'desk:1' })).resolves.toBeUndefined();
  expectRequest(wire, {
    method: 'POST',
    path: '/api/conversations/assign-group',
    body: { conversation_id: 2, group_id: 1 },
  });
});

test('blinger GET /conversations/get', async () => {
  const wire = startWire({ operatorIds: 'user_id' });
  wire.answer(conversation);
  const found = await wire.inbox.conversations.get('desk:2', { include: ['raw'] });
  expectRequest(wire, { method: 'GET', path: '/api/conversations/get', query: { conversation_id: '2' } });
  const { token: _, toBlingerUser, ...shown } = conversation;
  const { extra_field_secret_key: __, ...account } = toBlingerUser;
  expect(found).toEqual({
    id: 'desk:2',
    nativeId: '2',
    connectionId: 'desk',
    provider: 'blinger',
    channel: { id: 'desk:4', kind: 'website', nativeKind: 'livechat', name: 'support@shop.example.com' },
    contact: { id: 'desk:5', name: 'LiveChat client #5', avatarUrl: null },
    status: 'open',
    nativeStatus: 'inbox',
    assignee: { agent: { id: 'desk:1' }, group: { id: 'desk:1', name: '1' } },
    unreadCount: 1,
    lastMessage: {
      text: 'Is the green lamp in stock?',
      direction: 'inbound',
      createdAt: '2019-06-05T12:26:30.000Z',
    },
    waitingSince: '2019-06-05T12:26:30.000Z',
    createdAt: '2019-06-05T12:25:32.000Z',
    updatedAt: '2019-06-05T12:26:32.000Z',
    provenance: { source: 'live', asOf: '2026-11-20T12:00:00.000Z', complete: true },
    raw: { ...shown, toBlingerUser: account },
  });
});

test('blinger GET /conversations/unassigned', async () => {
  const wire = startWire();
  wire.answer([{ ...conversation, status: 'unassigned', operator_user_id: null }]);
  const page = await wire.inbox.conversations.list({ assignee: null });
  expectRequest(wire, { method: 'GET', path: '/api/conversations/unassigned' });
  expect(page).toMatchObject({ items: [{ id: 'desk:2', status: 'open', assignee: null }] });
  expect(page).not.toHaveProperty('incomplete');
});

test('blinger GET /conversations/unassigned, of a group', async () => {
  const wire = startWire();
  wire.answer([conversation]);
  const found = await wire.inbox.native.conversations.unassigned({ group_id: 1 });
  expectRequest(wire, { method: 'GET', path: '/api/conversations/unassigned', query: { group_id: '1' } });
  expect(found).toMatchObject([{ id: '2', date_created: 1_559_737_532 }]);
  expect(JSON.stringify(found)).not.toContain(secrets.token);
});

test('blinger GET /conversations/unread', async () => {
  const wire = startWire();
  wire.answer([conversation]);
  const page = await wire.inbox.conversations.list({ unread: true, assignee: { agentId: 'desk:7' } });
  expectRequest(wire, { method: 'GET', path: '/api/conversations/unread', query: { operator_id: '7' } });
  expect(page.items).toMatchObject([{ id: 'desk:2', assignee: { agent: { id: 'desk:7' } } }]);
});

test('blinger GET /conversations/unread, of an operator in a group', async () => {
  const wire = startWire();
  wire.answer([conversation]);
  const found = await wire.inbox.native.conversations.unread({ operator_id: '7', group_id: '1' });
  expectRequest(wire, {
    method: 'GET',
    path: '/api/conversations/unread',
    query: { operator_id: '7', group_id: '1' },
  });
  expect(found).toMatchObject([{ id: '2', operator_user_id: '1' }]);
});

test('blinger GET /conversations/not-answered', async () => {
  const wire = startWire();
  wire.answer([conversation]);
  const found = await wire.inbox.native.conversations.notAnswered({ operator_id: 7, group_id: 1 });
  expectRequest(wire, {
    method: 'GET',
    path: '/api/conversations/not-answered',
    query: { operator_id: '7', group_id: '1' },
  });
  expect(found).toMatchObject([{ id: '2', waiting_operator_response: true }]);
});
