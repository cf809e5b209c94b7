import { startBlingerEmulator } from '@anyinbox/emulators';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createReader, oneOf, receiveFrom, typesOf } from '../support/webhooks.ts';

type EmulatorOptions = Parameters<typeof startBlingerEmulator>[0];

/** A customer writes to an empty desk: what an emulator sends over HTTP of it, and of what is done then. */
async function startScene(options: EmulatorOptions = {}) {
  const emulator = await startBlingerEmulator({ seed: 'empty', ...options });
  onTestFinished(() => emulator.close());
  emulator.webhooks.names({
    outgoingMessage: 'on_a',
    incomingComment: 'on_b',
    outgoingComment: 'on_c',
    newClient: 'on_d',
  });
  const arrived = await receiveFrom(emulator);
  const post = async (path: string, body: object) => {
    const response = await fetch(`${emulator.url}/api/conversations/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', Authentication: emulator.token },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
  };
  const readings = async () => (await arrived()).map((body) => createReader().read(body));
  return { emulator, post, readings };
}

test('a new customer, who writes', async () => {
  const { emulator, readings } = await startScene();
  const { id } = emulator.addConversation({ text: 'Hello', clientName: 'Vera' });
  const [client, unassigned, message, ...more] = await readings();
  expect(more).toEqual([]);
  expect(client).toMatchObject({
    events: [{ type: 'vendor.other', nativeType: 'on_d' }],
    hints: [{ conversations: 'newest' }],
  });
  expect(unassigned).toMatchObject({
    events: [
      {
        type: 'conversation.unassigned',
        conversation: { nativeId: String(id), status: 'open', assignee: null, contact: { name: 'Vera' } },
      },
    ],
    hints: [{ conversationId: String(id) }],
  });
  expect(message).toMatchObject({
    events: [{ type: 'vendor.other', nativeType: 'on_message_incoming', raw: { message: 'Hello' } }],
    hints: [{ conversations: 'newest' }],
  });
});

describe.each(['inside', 'beside'] as const)('taken, answered and closed, with the messages %s', (closedMessages) => {
  test('is told in full', async () => {
    const { emulator, post, readings } = await startScene({ closedMessages });
    const { id } = emulator.addConversation({ text: 'Hello', application: 'telegrambot' });
    await readings();
    await post('start', { conversation_id: id });
    await post('send-message', { conversation_id: id, text: 'Hi' });
    await post('close', { conversation_id: id });
    const [assigned, outgoing, closed, ...more] = await readings();
    expect(more).toEqual([]);
    const [admin] = emulator.state.operators;
    const agent = { id: String(admin?.id), name: admin?.name, email: admin?.invite_email };
    expect(assigned?.events).toMatchObject([
      { type: 'conversation.assigned', agents: [agent], conversation: { assignee: { agent } } },
    ]);
    expect(outgoing?.hints).toEqual([{ conversations: 'newest' }]);
    expect(closed && typesOf(closed)).toEqual(['message.received', 'message.sent', 'conversation.closed']);
    expect(closed?.events.flatMap(({ message }) => message?.text ?? [])).toEqual(['Hello', 'Hi']);
    expect(closed && oneOf(closed, 'conversation.closed').conversation).toMatchObject({
      nativeId: String(id),
      status: 'closed',
      channel: { kind: 'telegram' },
    });
  });
});

test('comments are kept, and looked for', async () => {
  const { emulator, post, readings } = await startScene();
  const { id } = emulator.addConversation({ text: 'Nice lamps', comment: true });
  await post('send-message', { conversation_id: id, text: 'Thanks' });
  const names = (await readings()).flatMap(({ events, hints }) => [[events[0]?.nativeType, hints]]);
  expect(names).toContainEqual(['on_b', [{ conversations: 'newest' }]]);
  expect(names).toContainEqual(['on_c', [{ conversations: 'newest' }]]);
});
