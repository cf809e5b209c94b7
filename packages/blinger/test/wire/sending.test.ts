import { expect, test } from 'vitest';
import { messageId } from '../../src/message-id.ts';
import { sentMessage } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

test('blinger POST /conversations/send-message', async () => {
  const wire = startWire();
  wire.answer(sentMessage);
  const sent = await wire.inbox.messages.send('desk:2', { text: 'Yes, 3 are left' }, { as: { agentId: 'desk:7' } });
  expectRequest(wire, {
    method: 'POST',
    path: '/api/conversations/send-message',
    body: { conversation_id: 2, text: 'Yes, 3 are left', operator_id: 7 },
  });
  const createdAt = '2019-06-05T12:28:20.000Z';
  // Not the vendor's 634: reading the conversation back must find the same message, and shows no id of it.
  const nativeId = messageId({ conversationId: '2', direction: 'outbound', text: 'Yes, 3 are left', createdAt });
  expect(sent).toEqual({
    id: `desk:${nativeId}`,
    nativeId,
    conversationId: 'desk:2',
    kind: 'message',
    direction: 'outbound',
    author: { kind: 'agent', id: 'desk:7' },
    text: 'Yes, 3 are left',
    attachments: [],
    delivery: { state: 'sent' },
    createdAt,
    provenance: { source: 'send', asOf: '2026-11-20T12:00:00.000Z', complete: true },
  });
});

test('blinger POST /conversations/send-message, whose answer tells no time', async () => {
  const wire = startWire();
  wire.answer({ id: 634 });
  const sent = await wire.inbox.messages.send('desk:2', { text: 'Yes' });
  expect(sent).toMatchObject({
    nativeId: '634',
    createdAt: '2026-11-20T12:00:00.000Z',
    provenance: { complete: false },
  });
});

test('blinger POST /conversations/send-message, by the vendor’s default operator', async () => {
  const wire = startWire();
  wire.answer(sentMessage);
  const sent = await wire.inbox.messages.send('desk:2', { text: 'Yes' });
  expectRequest(wire, {
    method: 'POST',
    path: '/api/conversations/send-message',
    body: { conversation_id: 2, text: 'Yes' },
  });
  expect(sent.author).toEqual({ kind: 'agent' });
});

test('blinger POST /conversations/send-file-message', async () => {
  const wire = startWire();
  wire.answer(sentMessage);
  const url = 'https://cdn.example.com/lamp.jpg';
  const sent = await wire.inbox.messages.send('desk:2', { attachments: [{ kind: 'image', url }] });
  expectRequest(wire, {
    method: 'POST',
    path: '/api/conversations/send-file-message',
    body: { conversation_id: 2, file_url: url },
  });
  const said = { conversationId: '2', direction: 'outbound', text: url, createdAt: sent.createdAt } as const;
  expect(sent).toMatchObject({ nativeId: messageId(said), text: '', attachments: [{ kind: 'image', url }] });
});

test('blinger POST /conversations/send-note', async () => {
  const wire = startWire();
  wire.answer({ id: 88, date_created: 1_559_737_700 });
  const note = await wire.inbox.notes.add('desk:2', { text: 'Wants a refund' }, { as: { agentId: 'desk:7' } });
  expectRequest(wire, {
    method: 'POST',
    path: '/api/conversations/send-note',
    body: { operator_id: 7, text: 'Wants a refund', conversation_id: 2 },
  });
  expect(note).toEqual({
    id: 'desk:88',
    nativeId: '88',
    conversationId: 'desk:2',
    author: { kind: 'agent', id: 'desk:7' },
    text: 'Wants a refund',
    createdAt: '2019-06-05T12:28:20.000Z',
    provenance: { source: 'send', asOf: '2026-11-20T12:00:00.000Z', complete: true },
  });
});
