import type { SendyiqConversation, SendyiqEnvelope } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { sendyiq } from '../support/emulators.ts';

const conversationFields = {
  id: expect.any(String),
  channelId: expect.any(String),
  channelType: 'Website',
  customerName: 'Olena Kovalchuk',
  customerPhone: null,
  customerEmail: 'olena.kovalchuk@example.com',
  status: 'Open',
  unreadCount: 2,
  lastMessage: expect.any(String),
  lastMessageAt: expect.any(String),
  createdAt: expect.any(String),
  updatedAt: expect.any(String),
};
const item = [conversationFields];
const paging = { page: 1, pageSize: 1 };

async function firstPage(envelope: Partial<SendyiqEnvelope>): Promise<unknown> {
  const { client } = await sendyiq({ envelope });
  return (await client.get('/chat/conversations?PageSize=1')).body;
}

describe('lists', () => {
  test.each([
    [{}, { items: item, ...paging, totalCount: 45 }],
    [{ list: 'array' }, item],
    [{ list: 'data' }, { data: item, ...paging, totalCount: 45 }],
    [
      { list: 'results', total: 'total' },
      { results: item, ...paging, total: 45 },
    ],
    [
      { list: 'conversations', total: 'pagination' },
      { conversations: item, pagination: { ...paging, total: 45 } },
    ],
    [{ list: 'nested' }, { data: { items: item, ...paging, totalCount: 45 } }],
    [{ list: 'nested', total: 'none' }, { data: { items: item } }],
    [{ list: 'items', total: 'none' }, { items: item }],
  ] as const)('%j', async (envelope, expected) => {
    expect(await firstPage(envelope)).toEqual(expected);
  });

  test('PascalCase goes all the way down and leaves values alone', async () => {
    const page = (await firstPage({ casing: 'pascal', total: 'pagination' })) as Record<string, unknown[]>;
    expect(page).toMatchObject({ Pagination: { Page: 1, PageSize: 1, Total: 45 } });
    expect(Object.keys(page['Items']?.[0] ?? {})).toEqual(
      Object.keys(conversationFields).map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
    );
    expect(page['Items']?.[0]).toMatchObject({ CustomerName: 'Olena Kovalchuk', UnreadCount: 2, Status: 'Open' });
  });

  test('channels use the same wrapping, under their own name', async () => {
    const { emulator, client } = await sendyiq({ envelope: { list: 'conversations' } });
    const channels = [...emulator.state.channels];
    expect((await client.get('/social/channels')).body).toEqual({ channels, totalCount: 5 });
    emulator.setEnvelope({ list: 'array' });
    expect((await client.get('/social/channels')).body).toEqual(channels);
  });
});

describe('single objects', () => {
  test('can be wrapped in data, everywhere', async () => {
    const { emulator, client } = await sendyiq({ envelope: { single: 'data' } });
    const { id, channelId } = emulator.addConversation({ text: 'Hi' });
    const path = `/chat/conversations/${id}`;
    const replies = [
      await client.get(path),
      await client.post(`${path}/messages`, { text: 'x' }),
      await client.post(`${path}/resolve`),
      await client.post('/chat/hub-token'),
      await client.patch(`/social/channels/${channelId}`, { displayName: 'x' }),
      await client.post('/social/channels/website', { displayName: 'x' }),
      await client.delete(`/social/channels/${channelId}`),
    ];
    for (const { body } of replies) expect(Object.keys(body as object)).toEqual(['data']);
    expect(replies[0]?.body).toMatchObject({ data: { id, messages: [{ text: 'Hi' }] } });
  });

  test('messages and their attachments have the casing too', async () => {
    const { emulator, client } = await sendyiq({ envelope: { casing: 'pascal' } });
    const { id } = emulator.addConversation();
    const url = 'https://cdn.example.com/a.jpg';
    const attachments = [{ type: 'image' as const, url, fileName: 'a.jpg', mimeType: 'image/jpeg', size: 10 }];
    emulator.receive({ conversationId: id, attachments });
    expect((await client.get(`/chat/conversations/${id}`)).body).toMatchObject({
      Id: id,
      LastMessage: null,
      Messages: [{ Direction: 'Inbound', Text: null, Attachments: [{ FileName: 'a.jpg', Size: 10 }] }],
    });
  });

  test('the messages can be left out', async () => {
    const { emulator, client } = await sendyiq({ messagesInConversation: false });
    const path = `/chat/conversations/${emulator.addConversation({ text: 'Hi' }).id}`;
    expect((await client.get(path)).body).not.toHaveProperty('messages');
    emulator.setEnvelope({ messagesInConversation: true });
    expect((await client.get<SendyiqConversation>(path)).body.messages).toHaveLength(1);
  });
});

test('a change keeps the rest, and reset brings back the start', async () => {
  const { emulator, client } = await sendyiq({ seed: 'empty', envelope: { list: 'results' } });
  const read = async () => (await client.get('/chat/conversations')).body;
  emulator.setEnvelope({ total: 'total' });
  expect(await read()).toEqual({ results: [], page: 1, pageSize: 20, total: 0 });
  emulator.reset();
  expect(await read()).toEqual({ results: [], page: 1, pageSize: 20, totalCount: 0 });
});

test('errors keep their documented names under every envelope', async () => {
  const { client } = await sendyiq({ envelope: { casing: 'pascal', single: 'data' } });
  expect((await client.get('/chat/conversations?Page=x')).body).toEqual({
    errors: { Page: [expect.any(String)] },
    message: expect.any(String),
  });
});
