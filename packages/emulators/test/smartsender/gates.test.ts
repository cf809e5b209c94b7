import type { SmartsenderList, SmartsenderMessage } from '@anyinbox/emulators';
import { expect, test } from 'vitest';
import { smartsender } from '../support/emulators.ts';

async function withSentMessage() {
  const { emulator, client } = await smartsender();
  const chat = emulator.addConversation({ text: 'Hello' });
  const send = { type: 'text', watermark: 1, content: 'Helo' };
  const sent = (await client.post<SmartsenderMessage>(`/contacts/${chat.contact.originalId}/send`, send)).body;
  const path = `/gates/${sent.gate.id}/messages`;
  const history = async () =>
    (await client.get<SmartsenderList<SmartsenderMessage>>(`/chats/${chat.id}/messages`)).body.collection;
  return { emulator, client, chat, sent, path, history };
}

test('an edit changes the text and says when', async () => {
  const { client, sent, path, history } = await withSentMessage();
  expect((await client.put(path, { text: 'Hello!', messageId: sent.id })).body).toEqual({ state: true });
  expect((await history())[0]).toMatchObject({
    id: sent.id,
    content: { type: 'text', resource: { parameters: { content: 'Hello!' } } },
    editedAt: expect.stringMatching(/^\d{4}-/),
  });
});

test('a deleted message stays as a transient one that keeps the original', async () => {
  const { client, sent, path, history } = await withSentMessage();
  expect((await client.delete(path, { messageIds: [sent.id] })).body).toEqual({ state: true });
  const transient = (await history())[0]?.content;
  expect(transient).toEqual({
    type: 'transient',
    resource: { parameters: { context: { timestamp: expect.any(Number) }, original: sent.content } },
  });
  await client.delete(path, { messageIds: [sent.id] });
  expect((await history())[0]?.content).toEqual(transient);
});

test("the customer's words and deleted messages cannot be edited", async () => {
  const { client, sent, path, history } = await withSentMessage();
  const inbound = (await history())[1];
  expect((await client.put(path, { text: 'x', messageId: inbound?.id })).status).toBe(400);
  await client.delete(path, { messageIds: [sent.id] });
  expect((await client.put(path, { text: 'x', messageId: sent.id })).status).toBe(400);
  expect((await history())[1]).toEqual(inbound);
});

test('a message on another gate is not found, and a batch is all or nothing', async () => {
  const { emulator, client, sent, path, history } = await withSentMessage();
  const other = emulator.addConversation({ text: 'Hi' }).gates[0]?.id;
  expect((await client.put(`/gates/${other}/messages`, { text: 'x', messageId: sent.id })).status).toBe(404);
  expect((await client.put('/gates/1/messages', { text: 'x', messageId: sent.id })).status).toBe(404);
  expect((await client.delete(path, { messageIds: [sent.id, 1] })).status).toBe(404);
  expect((await history())[0]).toEqual(sent);
});

test.each([
  ['PUT', { text: 'x' }],
  ['PUT', { text: '', messageId: 5 }],
  ['PUT', { text: 'x', messageId: 5, mode: 'html' }],
  ['DELETE', { messageIds: [] }],
  ['DELETE', { messageIds: 5 }],
  ['DELETE', {}],
])('%s %j is refused', async (method, body) => {
  const { client, path } = await withSentMessage();
  expect((await (method === 'PUT' ? client.put(path, body) : client.delete(path, body))).status).toBe(422);
});
