import { expect, test } from 'vitest';
import { pushedMessage } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

const visitor = 'kZMvWhf8npAu3H6qd57w2Hv6nh6rnxvg';

test('brevo POST /conversations/pushedMessages', async () => {
  const wire = startWire({ options: { agent: { agentId: 'ag3nt' } } });
  wire.answer(pushedMessage);
  const sent = await wire.inbox.messages.send(`mail:${visitor}`, { text: 'Your order left', automated: true });
  expectRequest(wire, {
    method: 'POST',
    path: '/conversations/pushedMessages',
    body: { visitorId: visitor, text: 'Your order left', agentId: 'ag3nt' },
  });
  expect(sent).toMatchObject({
    id: 'mail:pushed:pu5hEdKSjmCtyK78x',
    conversationId: `mail:${visitor}`,
    direction: 'outbound',
    automated: true,
    provenance: { source: 'send' },
  });
});

test('brevo POST /conversations/pushedMessages, by a group', async () => {
  const wire = startWire({ options: { agent: { agentId: 'ag3nt' } } });
  wire.answer(pushedMessage);
  await wire.inbox.messages.send(`mail:${visitor}`, {
    text: 'Your order left',
    automated: true,
    providerOptions: { brevo: { groupId: 'gr0up' } },
  });
  expectRequest(wire, {
    method: 'POST',
    path: '/conversations/pushedMessages',
    body: { visitorId: visitor, text: 'Your order left', groupId: 'gr0up' },
  });
});

test('brevo GET /conversations/pushedMessages/{id}', async () => {
  const wire = startWire();
  wire.answer({ ...pushedMessage, isPushed: undefined });
  const message = await wire.inbox.messages.get('mail:pushed:pu5hEdKSjmCtyK78x');
  expectRequest(wire, { method: 'GET', path: '/conversations/pushedMessages/pu5hEdKSjmCtyK78x' });
  expect(message).toMatchObject({
    id: 'mail:pushed:pu5hEdKSjmCtyK78x',
    conversationId: `mail:${visitor}`,
    automated: true,
    provenance: { source: 'live' },
  });
});

test('brevo PUT /conversations/pushedMessages/{id}', async () => {
  const wire = startWire();
  wire.answer({ ...pushedMessage, text: 'It is there' });
  await expect(wire.inbox.messages.edit('mail:pushed:p1', { text: 'It is there' })).resolves.toBeUndefined();
  expectRequest(wire, { method: 'PUT', path: '/conversations/pushedMessages/p1', body: { text: 'It is there' } });
});

test('brevo DELETE /conversations/pushedMessages/{id}', async () => {
  const wire = startWire();
  wire.answer({}, 204);
  await expect(wire.inbox.messages.delete('mail:pushed:p1')).resolves.toBeUndefined();
  expectRequest(wire, { method: 'DELETE', path: '/conversations/pushedMessages/p1' });
});
