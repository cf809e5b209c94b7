import { expect, test } from 'vitest';
import { agentMessage, pushedMessage, webhookEmail } from '../fixtures/objects.ts';
import { expectRequest, startWire, type Wire } from '../support/wire.ts';

interface Example {
  call(inbox: Wire['inbox']['native']): Promise<unknown>;
  method: string;
  path: string;
  body?: unknown;
  answer: unknown;
  result: unknown;
}

const person = { agentEmail: 'iwo@example.com', agentName: 'Iwo', receivedFrom: 'shop' };
const withoutUnsafe = { ...webhookEmail, rawUnsafeHtml: undefined };

const examples: Record<string, Example> = {
  'messages.send': {
    call: ({ messages }) => messages.send({ visitorId: 'v1', text: 'Hi', ...person }),
    method: 'POST',
    path: '/conversations/messages',
    body: { visitorId: 'v1', text: 'Hi', ...person },
    answer: agentMessage,
    result: agentMessage,
  },
  'messages.send, by id': {
    call: ({ messages }) => messages.send({ visitorId: 'v1', text: 'Hi', agentId: 'a1' }),
    method: 'POST',
    path: '/conversations/messages',
    body: { visitorId: 'v1', text: 'Hi', agentId: 'a1' },
    answer: agentMessage,
    result: agentMessage,
  },
  'messages.get': {
    call: ({ messages }) => messages.get({ id: 'm1' }),
    method: 'GET',
    path: '/conversations/messages/m1',
    answer: webhookEmail,
    result: withoutUnsafe,
  },
  'messages.update': {
    call: ({ messages }) => messages.update({ id: 'm1', text: 'Hello' }),
    method: 'PUT',
    path: '/conversations/messages/m1',
    body: { text: 'Hello' },
    answer: agentMessage,
    result: agentMessage,
  },
  'messages.delete': {
    call: ({ messages }) => messages.delete({ id: 'm1' }),
    method: 'DELETE',
    path: '/conversations/messages/m1',
    answer: {},
    result: undefined,
  },
  'pushedMessages.send': {
    call: ({ pushedMessages }) => pushedMessages.send({ visitorId: 'v1', text: 'Hi', agentId: 'a1', groupId: 'g1' }),
    method: 'POST',
    path: '/conversations/pushedMessages',
    body: { visitorId: 'v1', text: 'Hi', agentId: 'a1', groupId: 'g1' },
    answer: pushedMessage,
    result: pushedMessage,
  },
  'pushedMessages.get': {
    call: ({ pushedMessages }) => pushedMessages.get({ id: 'p1' }),
    method: 'GET',
    path: '/conversations/pushedMessages/p1',
    answer: pushedMessage,
    result: pushedMessage,
  },
  'pushedMessages.update': {
    call: ({ pushedMessages }) => pushedMessages.update({ id: 'p1', text: 'Hello' }),
    method: 'PUT',
    path: '/conversations/pushedMessages/p1',
    body: { text: 'Hello' },
    answer: pushedMessage,
    result: pushedMessage,
  },
  'pushedMessages.delete': {
    call: ({ pushedMessages }) => pushedMessages.delete({ id: 'p1' }),
    method: 'DELETE',
    path: '/conversations/pushedMessages/p1',
    answer: undefined,
    result: undefined,
  },
  agentOnlinePing: {
    call: ({ agentOnlinePing }) => agentOnlinePing(person),
    method: 'POST',
    path: '/conversations/agentOnlinePing',
    body: person,
    answer: undefined,
    result: undefined,
  },
  visitorGroup: {
    call: ({ visitorGroup }) => visitorGroup({ visitorId: 'v1', groupId: null }),
    method: 'PUT',
    path: '/conversations/visitorGroup',
    body: { visitorId: 'v1', groupId: null },
    answer: { visitorId: 'v1', groupId: null },
    result: { visitorId: 'v1', groupId: null },
  },
};

test.each(Object.entries(examples))('native.%s', async (_, { call, answer, result, ...expected }) => {
  const wire = startWire();
  wire.answer(answer);
  expect(await call(wire.inbox.native)).toEqual(result);
  expectRequest(wire, expected);
});

test.each<[string, (native: Wire['inbox']['native']) => Promise<unknown>]>([
  [
    'messages.send.agentName: is missing, and so is agentId; messages.send.receivedFrom: is missing',
    ({ messages }) => messages.send({ visitorId: 'v1', text: 'Hi', agentEmail: 'iwo@example.com' }),
  ],
  [
    'messages.send.agentEmail: is not an e-mail address',
    ({ messages }) => messages.send({ visitorId: 'v1', text: 'Hi', ...person, agentEmail: 'iwo' }),
  ],
  ['agentOnlinePing.agentEmail: is missing', ({ agentOnlinePing }) => agentOnlinePing({})],
  ['messages.get.id: must not be empty', ({ messages }) => messages.get({ id: ' ' })],
  ['id cannot stand in a path: it is a dot segment', ({ pushedMessages }) => pushedMessages.delete({ id: '..' })],
  [
    'visitorGroup.groupId: is missing',
    ({ visitorGroup }) => visitorGroup({ visitorId: 'v1' } as unknown as Parameters<typeof visitorGroup>[0]),
  ],
  [
    'messages.update.html: is not known',
    ({ messages }) => messages.update({ id: 'm1', text: 'x', html: 'x' } as Parameters<typeof messages.update>[0]),
  ],
])('a native call refuses what is wrong before the network: %s', async (message, call) => {
  const { inbox } = startWire();
  await expect(call(inbox.native)).rejects.toMatchObject({
    code: 'invalid-request',
    blame: 'caller',
    message: expect.stringContaining(message),
  });
});
