import { expect, test } from 'vitest';
import { chat, listOf, note } from '../fixtures/objects.ts';
import { expectRequest, startWire, type Wire } from '../support/wire.ts';

async function startKnowingTheContact(): Promise<Wire> {
  const wire = startWire();
  wire.answer(chat);
  await wire.inbox.conversations.get('bots:2196');
  wire.requests.length = 0;
  return wire;
}

const asModel = {
  id: 'bots:88',
  nativeId: '88',
  conversationId: 'bots:2196',
  author: { kind: 'agent', name: 'Marta Hill', avatarUrl: 'https://cdn.example.com/marta.jpg' },
  text: 'Prefers calls after six',
  createdAt: '2019-10-23T17:00:00.000Z',
};

test('smartsender GET /v1/contacts/{contactId}/notes', async () => {
  const wire = await startKnowingTheContact();
  wire.answer(listOf([note]));
  const page = await wire.inbox.notes.list('bots:2196');
  expectRequest(wire, { method: 'GET', path: '/v1/contacts/2231/notes', query: { page: '1', limitation: '20' } });
  expect(page.items).toEqual([{ ...asModel, provenance: expect.objectContaining({ source: 'live' }) }]);
});

test('smartsender POST /v1/contacts/{contactId}/notes', async () => {
  const wire = await startKnowingTheContact();
  wire.answer(note);
  const added = await wire.inbox.notes.add('bots:2196', { text: 'Prefers calls after six' });
  expectRequest(wire, {
    method: 'POST',
    path: '/v1/contacts/2231/notes',
    body: { content: 'Prefers calls after six' },
  });
  expect(added).toEqual({ ...asModel, provenance: expect.objectContaining({ source: 'send' }) });
});

test('smartsender PUT /v1/contacts/{contactId}/notes/{noteId}', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await wire.inbox.native.notes.update({ contactId: '2231', noteId: '88', content: 'Prefers mornings' });
  expectRequest(wire, { method: 'PUT', path: '/v1/contacts/2231/notes/88', body: { content: 'Prefers mornings' } });
});

test('smartsender DELETE /v1/contacts/{contactId}/notes/{noteId}', async () => {
  const wire = startWire();
  wire.answer({ state: true });
  await wire.inbox.native.notes.delete({ contactId: '2231', noteId: '88' });
  expectRequest(wire, { method: 'DELETE', path: '/v1/contacts/2231/notes/88' });
});
