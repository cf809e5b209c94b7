import { describe, expect, test } from 'vitest';
import { conversation, sentMessage } from '../fixtures/objects.ts';
import { expectRequest, startWire, type Wire } from '../support/wire.ts';

interface Case {
  path: string;
  /** With every parameter that the endpoint has. */
  call: (native: Wire['inbox']['native']['conversations']) => Promise<unknown>;
  body: Record<string, string | number>;
}

const file_url = 'https://cdn.example.com/lamp.jpg?size=l&v=2';
const text = 'Ціна: 3 € & more=less';
const everything = { conversation_id: '2', operator_id: '7', disable_webhook: 1 } as const;

const cases: readonly Case[] = [
  {
    path: '/conversations/start',
    call: (native) => native.start(everything),
    body: { conversation_id: 2, operator_id: 7, disable_webhook: 1 },
  },
  {
    path: '/conversations/close',
    call: (native) => native.close(everything),
    body: { conversation_id: 2, operator_id: 7, disable_webhook: 1 },
  },
  {
    path: '/conversations/unassign',
    call: (native) => native.unassign(everything),
    body: { conversation_id: 2, operator_id: 7, disable_webhook: 1 },
  },
  {
    path: '/conversations/assign-operator',
    call: (native) => native.assignOperator(everything),
    body: { conversation_id: 2, operator_id: 7, disable_webhook: 1 },
  },
  {
    path: '/conversations/assign-group',
    call: (native) => native.assignGroup({ conversation_id: 2, group_id: 1 }),
    body: { conversation_id: 2, group_id: 1 },
  },
  {
    path: '/conversations/send-message',
    call: (native) => native.sendMessage({ ...everything, text }),
    body: { conversation_id: 2, text, operator_id: 7, disable_webhook: 1 },
  },
  {
    path: '/conversations/send-file-message',
    call: (native) => native.sendFileMessage({ ...everything, file_url }),
    body: { conversation_id: 2, file_url, operator_id: 7, disable_webhook: 1 },
  },
  {
    path: '/conversations/send-note',
    call: (native) => native.sendNote({ operator_id: 7, text, conversation_id: 2 }),
    body: { operator_id: 7, text, conversation_id: 2 },
  },
];

describe.each(cases)('blinger POST $path, by native', ({ path, call, body }) => {
  test('as JSON', async () => {
    const wire = startWire();
    wire.answer({ ok: true, token: 'canary' });
    expect(await call(wire.inbox.native.conversations)).toEqual({ ok: true });
    expectRequest(wire, { method: 'POST', path: `/api${path}`, body });
  });

  test('as a form', async () => {
    const wire = startWire({ encoding: 'form' });
    wire.answer({ ok: true });
    await call(wire.inbox.native.conversations);
    const fields = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
    expectRequest(wire, { method: 'POST', path: `/api${path}`, body: fields, encoding: 'form' });
  });
});

describe('what the connection decides', () => {
  const options = { operatorId: '9', disableWebhook: true };

  test.each<[string, (inbox: Wire['inbox']) => PromiseLike<unknown>, object]>([
    [
      'start',
      (inbox) => inbox.conversations.reopen('desk:2'),
      { conversation_id: 2, operator_id: 9, disable_webhook: 1 },
    ],
    [
      'close',
      (inbox) => inbox.conversations.close('desk:2'),
      { conversation_id: 2, operator_id: 9, disable_webhook: 1 },
    ],
    [
      'unassign',
      (inbox) => inbox.conversations.unassign('desk:2'),
      { conversation_id: 2, operator_id: 9, disable_webhook: 1 },
    ],
    [
      'assign-operator',
      (inbox) => inbox.conversations.assign('desk:2', { agentId: 'desk:7' }),
      { conversation_id: 2, operator_id: 7, disable_webhook: 1 },
    ],
    [
      'assign-group',
      (inbox) => inbox.conversations.assign('desk:2', { groupId: 'desk:1' }),
      { conversation_id: 2, group_id: 1 },
    ],
    [
      'send-message',
      (inbox) => inbox.messages.send('desk:2', { text }),
      { conversation_id: 2, text, operator_id: 9, disable_webhook: 1 },
    ],
    [
      'send-file-message',
      (inbox) => inbox.messages.send('desk:2', { attachments: [{ url: file_url }] }),
      { conversation_id: 2, file_url, operator_id: 9, disable_webhook: 1 },
    ],
    ['send-note', (inbox) => inbox.notes.add('desk:2', { text }), { conversation_id: 2, text, operator_id: 9 }],
    [
      'close',
      (inbox) => inbox.native.conversations.close({ conversation_id: 2 }),
      { conversation_id: 2, operator_id: 9, disable_webhook: 1 },
    ],
  ])('goes with %s, where the vendor has the parameter', async (name, call, body) => {
    const wire = startWire(options);
    wire.answer({ ...sentMessage });
    await call(wire.inbox);
    expectRequest(wire, { method: 'POST', path: `/api/conversations/${name}`, body });
  });

  test('is its agent’s name on what it sends', async () => {
    const wire = startWire(options);
    wire.answer(sentMessage);
    expect((await wire.inbox.messages.send('desk:2', { text })).author).toEqual({ kind: 'agent', id: 'desk:9' });
  });

  test.each([
    [{ disableWebhook: true }, false, 0],
    [{ disableWebhook: false }, true, 1],
    [{ disableWebhook: false }, undefined, 0],
    [{}, true, 1],
  ])('%o and a send that says %s make %s', async (connection, disableWebhook, disable_webhook) => {
    const wire = startWire(connection);
    wire.answer(sentMessage);
    const providerOptions = { blinger: { disableWebhook }, another: { x: 1 } };
    await wire.inbox.messages.send('desk:2', { text, providerOptions });
    expectRequest(wire, {
      method: 'POST',
      path: '/api/conversations/send-message',
      body: { conversation_id: 2, text, disable_webhook },
    });
  });

  test('gives way to what a native call says', async () => {
    const wire = startWire(options);
    wire.answer(conversation);
    await wire.inbox.native.conversations.start({ conversation_id: 2, operator_id: 3, disable_webhook: 0 });
    expectRequest(wire, {
      method: 'POST',
      path: '/api/conversations/start',
      body: { conversation_id: 2, operator_id: 3, disable_webhook: 0 },
    });
  });
});
