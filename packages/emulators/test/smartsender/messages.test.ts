import type { SmartsenderList, SmartsenderMessage } from '@anyinbox/emulators';
import { expect, test } from 'vitest';
import { smartsender } from '../support/emulators.ts';

type Messages = SmartsenderList<SmartsenderMessage>;

test('messages come newest first, over several pages', async () => {
  const { emulator, client } = await smartsender();
  const long = emulator.state.conversations.find(({ messages }) => messages.length >= 50);
  const first = (await client.get<Messages>(`/chats/${long?.id}/messages`)).body;
  expect(first.cursor).toEqual({ page: 1, pages: 4 });
  const ids: number[] = [];
  for (const page of [1, 2, 3, 4]) {
    const { body } = await client.get<Messages>(`/chats/${long?.id}/messages?page=${page}`);
    ids.push(...body.collection.map(({ id }) => id));
  }
  expect(ids).toEqual(long?.messages.map(({ id }) => id).reverse());
});

test('a message has the documented shape', async () => {
  const { emulator, client } = await smartsender({ seed: 'empty' });
  const chat = emulator.addConversation({ firstName: 'Ada', lastName: 'Byron', text: 'Hello' });
  const { body } = await client.get<Messages>(`/chats/${chat.id}/messages`);
  expect(body.collection).toEqual([
    {
      id: expect.any(Number),
      content: { type: 'text', resource: { parameters: { content: 'Hello' } } },
      internal: false,
      state: { type: 'delivered', message: null },
      sender: { type: 'contact', image: chat.image, fullName: 'Ada Byron' },
      gate: { ...chat.gates[0], unreadMessages: 1 },
      editedAt: null,
      seenAt: null,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      deliveredAt: expect.stringMatching(/^\d{4}-/),
    },
  ]);
});

test('a contact has the same history as its chat', async () => {
  const { emulator, client } = await smartsender();
  const chat = emulator.state.conversations.find(({ messages }) => messages.some(({ internal }) => internal));
  for (const query of ['', '?activities=true', '?activities=0&limitation=2&page=2']) {
    const byChat = await client.get<Messages>(`/chats/${chat?.id}/messages${query}`);
    const byContact = await client.get<Messages>(`/contacts/${chat?.contact.id}/messages${query}`);
    expect(byContact.body).toEqual(byChat.body);
    expect(byChat.body.collection.length).toBeGreaterThan(0);
  }
});

test('system messages are shown only when asked for', async () => {
  const { emulator, client } = await smartsender();
  const chat = emulator.state.conversations.find(({ messages }) => messages.some(({ internal }) => internal));
  const types = async (query: string) =>
    (await client.get<Messages>(`/chats/${chat?.id}/messages${query}`)).body.collection.map(
      ({ content }) => content.type,
    );
  expect(await types('')).not.toContain('action');
  expect(await types('?activities=false')).not.toContain('action');
  expect(await types('?activities=1')).toContain('action');
});

test.each(['activities=yes', 'limitation=50', 'page=none'])('%s is refused', async (query) => {
  const { emulator, client } = await smartsender();
  const { id } = emulator.addConversation();
  expect((await client.get(`/chats/${id}/messages?${query}`)).status).toBe(422);
});
