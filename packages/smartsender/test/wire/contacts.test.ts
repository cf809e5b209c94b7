import { expect, test } from 'vitest';
import { chat, contact, listOf, message, subscribedGate } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

test('smartsender GET /v1/contacts', async () => {
  const wire = startWire();
  wire.answer(listOf([contact], 2, 5));
  const { cursor, collection } = await wire.inbox.native.contacts.list({ page: 2, limitation: 3 });
  expectRequest(wire, { method: 'GET', path: '/v1/contacts', query: { page: '2', limitation: '3' } });
  expect(cursor).toEqual({ page: 2, pages: 5 });
  expect(collection).toMatchObject([{ id: '2231', tags: [{ id: '31', name: 'vip' }], email: 'vera@example.com' }]);
});

test('smartsender GET /v1/contacts, the vendor’s own page', async () => {
  const wire = startWire();
  wire.answer(listOf([]));
  await wire.inbox.native.contacts.list();
  expectRequest(wire, { method: 'GET', path: '/v1/contacts' });
});

test('smartsender GET /v1/contacts/search', async () => {
  const wire = startWire();
  wire.answer(listOf([contact]));
  const { collection } = await wire.inbox.native.contacts.search({ term: 'vera', limitation: 20 });
  expectRequest(wire, { method: 'GET', path: '/v1/contacts/search', query: { term: 'vera', limitation: '20' } });
  expect(collection).toHaveLength(1);
});

test('smartsender GET /v1/contacts/{contactId}', async () => {
  const wire = startWire();
  wire.answer(contact);
  const found = await wire.inbox.native.contacts.get({ contactId: '2231' });
  expectRequest(wire, { method: 'GET', path: '/v1/contacts/2231' });
  expect(found.variables?.[0]).toMatchObject({ name: 'lastOrder', value: '10480' });
});

test('smartsender GET /v1/contacts/{contactId}/info', async () => {
  const wire = startWire();
  wire.answer({ ...contact, variables: { lastOrder: '10480', size: null } });
  const found = await wire.inbox.native.contacts.info({ contactId: '2231' });
  expectRequest(wire, { method: 'GET', path: '/v1/contacts/2231/info' });
  expect(found.variables).toEqual({ lastOrder: '10480', size: null });
});

test('smartsender PUT /v1/contacts/{contactId}', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  const fields = { firstName: 'Vera', values: { size: 'L' } };
  await expect(wire.inbox.native.contacts.update({ contactId: '2231', fields })).resolves.toBeUndefined();
  expectRequest(wire, { method: 'PUT', path: '/v1/contacts/2231', body: fields });
});

test('smartsender GET /v1/contacts/{contactId}/messages', async () => {
  const wire = startWire();
  wire.answer(listOf([message]));
  const { collection } = await wire.inbox.native.contacts.messages({ contactId: '2231', page: 1, activities: true });
  expectRequest(wire, { method: 'GET', path: '/v1/contacts/2231/messages', query: { page: '1', activities: '1' } });
  expect(collection[0]).toMatchObject({ id: '534', content: message.content, gate: { id: '3404' } });
});

test('smartsender GET /v1/contacts/{contactId}/messages, without activities', async () => {
  const wire = startWire();
  wire.answer(listOf([]));
  await wire.inbox.native.contacts.messages({ contactId: '2231' });
  expectRequest(wire, { method: 'GET', path: '/v1/contacts/2231/messages' });
});

test('smartsender GET /v1/contacts/{contactId}/chat', async () => {
  const wire = startWire();
  wire.answer(chat);
  const found = await wire.inbox.native.contacts.chat({ contactId: '2231' });
  expectRequest(wire, { method: 'GET', path: '/v1/contacts/2231/chat' });
  expect(found).toMatchObject({ id: '2196', contact: { originalId: '2231' } });
});

test('smartsender GET /v1/contacts/{contactId}/gates', async () => {
  const wire = startWire();
  wire.answer(listOf([subscribedGate]));
  const { collection } = await wire.inbox.native.contacts.gates({ contactId: '2231', limitation: 20 });
  expectRequest(wire, { method: 'GET', path: '/v1/contacts/2231/gates', query: { limitation: '20' } });
  expect(collection[0]).toMatchObject({ id: '3404', subscribed: true, channel: { type: 'viber' } });
});

test('what cannot be read among the native objects does not hide the rest', async () => {
  const wire = startWire();
  wire.answer(listOf([null, { ...contact, tags: [null, ...contact.tags], variables: ['x', ...contact.variables] }]));
  const { collection } = await wire.inbox.native.contacts.list();
  expect(collection).toMatchObject([{ id: '2231', tags: [{ id: '31' }], variables: [{ name: 'lastOrder' }] }]);

  wire.answer({ ...chat, gates: [null, ...chat.gates] });
  const found = await wire.inbox.native.contacts.chat({ contactId: '2231' });
  expect(found.gates).toMatchObject([{ id: '3404' }]);
});
