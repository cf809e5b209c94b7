import { expect, test } from 'vitest';
import { agentMessage, visitorMessage } from '../fixtures/objects.ts';
import { expectRequest, startWire } from '../support/wire.ts';

const visitor = 'kZMvWhf8npAu3H6qd57w2Hv6nh6rnxvg';
const { agentId } = agentMessage;

const asMapped = {
  id: 'mail:agent:d9nKoegKSjmCtyK78',
  nativeId: 'agent:d9nKoegKSjmCtyK78',
  conversationId: `mail:${visitor}`,
  kind: 'message',
  direction: 'outbound',
  author: {
    kind: 'agent',
    id: `mail:${agentId}`,
    name: 'Marta Hill',
    avatarUrl: 'https://ucarecdn.com/marta.jpg',
  },
  text: 'Good morning! How can I help you?',
  html: 'Good morning! How can I help you?',
  attachments: [],
  delivery: { state: 'unknown' },
  createdAt: '2016-08-03T11:10:22.433Z',
};

test('brevo POST /conversations/messages', async () => {
  const wire = startWire({ options: { agent: { agentId } } });
  wire.answer(agentMessage);
  const sent = await wire.inbox.messages.send(`mail:${visitor}`, { text: 'Good morning! How can I help you?' });
  expectRequest(wire, {
    method: 'POST',
    path: '/conversations/messages',
    body: { visitorId: visitor, text: 'Good morning! How can I help you?', agentId, receivedFrom: 'anyinbox' },
  });
  expect(sent).toEqual({
    ...asMapped,
    provenance: { source: 'send', asOf: '2026-11-20T12:00:00.000Z', complete: true },
  });
});

test('brevo POST /conversations/messages, as a person, with the marker of the connection', async () => {
  const wire = startWire({ options: { agent: { agentId }, receivedFrom: 'our shop' } });
  wire.answer(agentMessage, 201);
  await wire.inbox.messages.send(`mail:${visitor}`, { text: 'Hi' }, { as: { name: 'Iwo', email: 'iwo@example.com' } });
  expectRequest(wire, {
    method: 'POST',
    path: '/conversations/messages',
    body: {
      visitorId: visitor,
      text: 'Hi',
      agentEmail: 'iwo@example.com',
      agentName: 'Iwo',
      receivedFrom: 'our shop',
    },
  });
});

test('brevo POST /conversations/messages, as another agent, with a marker of its own', async () => {
  const wire = startWire({ options: { agent: { name: 'Iwo', email: 'iwo@example.com' } } });
  wire.answer(agentMessage);
  await wire.inbox.messages.send(
    `mail:${visitor}`,
    { text: 'Hi', providerOptions: { brevo: { receivedFrom: 'send-17' }, another: { x: 1 } } },
    { as: { agentId: 'mail:ag3nt' } },
  );
  expectRequest(wire, {
    method: 'POST',
    path: '/conversations/messages',
    body: { visitorId: visitor, text: 'Hi', agentId: 'ag3nt', receivedFrom: 'send-17' },
  });
});

test('brevo GET /conversations/messages/{id}', async () => {
  const wire = startWire();
  wire.answer(agentMessage);
  const message = await wire.inbox.messages.get('mail:agent:d9nKoegKSjmCtyK78');
  expectRequest(wire, { method: 'GET', path: '/conversations/messages/d9nKoegKSjmCtyK78' });
  expect(message).toEqual({
    ...asMapped,
    provenance: { source: 'live', asOf: '2026-11-20T12:00:00.000Z', complete: true },
  });
});

test('brevo GET /conversations/messages/{id}, of a visitor', async () => {
  const wire = startWire();
  wire.answer(visitorMessage);
  const message = await wire.inbox.messages.get('mail:visitor:v1s1t0rKSjmCtyK78');
  expectRequest(wire, { method: 'GET', path: '/conversations/messages/v1s1t0rKSjmCtyK78' });
  expect(message).toEqual({
    id: 'mail:visitor:v1s1t0rKSjmCtyK78',
    nativeId: 'visitor:v1s1t0rKSjmCtyK78',
    conversationId: `mail:${visitor}`,
    kind: 'message',
    direction: 'inbound',
    author: { kind: 'contact', id: `mail:${visitor}` },
    text: 'Is the <green> lamp in stock?',
    html: 'Is the &lt;green&gt; lamp in stock?',
    attachments: [],
    delivery: { state: 'delivered' },
    createdAt: '2016-08-03T11:08:20.000Z',
    provenance: { source: 'live', asOf: '2026-11-20T12:00:00.000Z', complete: true },
  });
});

test('brevo PUT /conversations/messages/{id}', async () => {
  const wire = startWire();
  wire.answer({ ...agentMessage, text: 'Good evening!' });
  await expect(wire.inbox.messages.edit('mail:agent:a b%c', { text: 'Good evening!' })).resolves.toBeUndefined();
  expectRequest(wire, { method: 'PUT', path: '/conversations/messages/a%20b%25c', body: { text: 'Good evening!' } });
});

test('brevo DELETE /conversations/messages/{id}', async () => {
  const wire = startWire();
  wire.answer(undefined, 204);
  await expect(wire.inbox.messages.delete('mail:agent:d9nKoegKSjmCtyK78')).resolves.toBeUndefined();
  expectRequest(wire, { method: 'DELETE', path: '/conversations/messages/d9nKoegKSjmCtyK78' });
});
