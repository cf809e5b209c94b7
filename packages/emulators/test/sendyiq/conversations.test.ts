import type { SendyiqConversation, SendyiqMessage } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { testClock } from '../support/clock.ts';
import { sendyiq } from '../support/emulators.ts';

interface List {
  items: SendyiqConversation[];
  page: number;
  pageSize: number;
  totalCount: number;
}
type Invalid = { errors: Record<string, string[]>; message: string };

const unknown = '00000000-0000-4000-8000-000000000000';
const kinds = [
  { kind: 'chat', size: 'PageSize', otherSize: 'PerPage' },
  { kind: 'social', size: 'PerPage', otherSize: 'PageSize' },
] as const;

describe.each(kinds)('$kind conversations', ({ kind, size, otherSize }) => {
  const path = `/${kind}/conversations`;
  const other = kind === 'chat' ? 'social' : 'chat';

  test(`page with ${size}`, async () => {
    const { client } = await sendyiq();
    const first = (await client.get<List>(`${path}?Page=1&${size}=20`)).body;
    expect(first).toMatchObject({ page: 1, pageSize: 20, totalCount: 45 });
    const pages = await Promise.all([2, 3].map((page) => client.get<List>(`${path}?Page=${page}&${size}=20`)));
    const all = [first, ...pages.map(({ body }) => body)].flatMap(({ items }) => items);
    expect(new Set(all.map(({ id }) => id)).size).toBe(45);
    const times = all.map(({ updatedAt }) => updatedAt);
    expect(times).toEqual(times.toSorted().reverse());
    expect((await client.get<List>(`${path}?Page=4`)).body.items).toEqual([]);
  });

  test(`ignore ${otherSize}, as any unknown name`, async () => {
    const { emulator, client } = await sendyiq();
    const { body } = await client.get<List>(`${path}?${otherSize}=3&per_page=4&limit=5`);
    expect(body.items).toHaveLength(20);
    expect(emulator.requests[0]?.query).toEqual({ [otherSize]: '3', per_page: '4', limit: '5' });
  });

  test('take the names in any case, and an empty value for none', async () => {
    const { client } = await sendyiq();
    const { body } = await client.get<List>(`${path}?page=2&${size.toLowerCase()}=3&Status=&channelid=`);
    expect(body).toMatchObject({ page: 2, pageSize: 3, totalCount: 45 });
  });

  test('cut a page size that is too large', async () => {
    const { client } = await sendyiq({ conversations: 120 });
    expect((await client.get<List>(`${path}?${size}=5000`)).body.items).toHaveLength(100);
  });

  test('are filtered by status, in any case', async () => {
    const { emulator, client } = await sendyiq();
    const total = async (status: string) => (await client.get<List>(`${path}?Status=${status}`)).body.totalCount;
    const [open, resolved] = [await total('Open'), await total('resolved')];
    expect(open + resolved).toBe(45);
    expect(resolved).toBeGreaterThan(5);
    const { body } = await client.get<List>(`${path}?Status=Resolved&${size}=100`);
    expect(new Set(body.items.map(({ status }) => status))).toEqual(new Set(['Resolved']));
    expect(emulator.state.conversations.filter(({ status }) => status === 'Open').length).toBeGreaterThan(open);
  });

  test('are filtered by channel', async () => {
    const { emulator, client } = await sendyiq();
    const own = emulator.addConversation({ kind });
    const { body } = await client.get<List>(`${path}?ChannelId=${own.channelId.toUpperCase()}&${size}=100`);
    expect(new Set(body.items.map(({ channelId }) => channelId))).toEqual(new Set([own.channelId]));
    expect(body.items[0]?.id).toBe(own.id);
    expect((await client.get<List>(`${path}?ChannelId=${unknown}`)).body.items).toEqual([]);
  });

  test.each([
    'Page=0',
    'Page=-1',
    'Page=one',
    'Page=1.5',
    'Page=2147483648',
    `${size}=0`,
    `${size}=x`,
    'Status=Snoozed',
    'ChannelId=5',
  ])('%s is a bad filter', async (query) => {
    const { client } = await sendyiq();
    const reply = await client.get<Invalid>(`${path}?${query}`);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.errors)).toEqual([query.split('=')[0]]);
    expect(reply.body.message).not.toBe('');
  });

  test('one carries its messages, oldest first, and a list does not', async () => {
    const { client } = await sendyiq();
    const listed = (await client.get<List>(`${path}?${size}=100`)).body.items;
    expect(listed.every((conversation) => !('messages' in conversation) && !('touched' in conversation))).toBe(true);
    const one = (await client.get<SendyiqConversation>(`${path}/${listed[1]?.id}`)).body;
    const { messages = [], ...rest } = one;
    expect(rest).toEqual(listed[1]);
    expect(messages.length).toBeGreaterThanOrEqual(50);
    const times = messages.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted());
    expect(messages.at(-1)).toMatchObject({ text: rest.lastMessage, createdAt: rest.lastMessageAt });
  });

  test('those of the other kind, unknown and malformed ids are refused', async () => {
    const { emulator, client } = await sendyiq();
    const foreign = emulator.addConversation({ kind: other }).id;
    for (const id of [foreign, unknown]) {
      expect((await client.get(`${path}/${id}`)).status).toBe(404);
      expect((await client.post(`${path}/${id}/messages`, { text: 'x' })).status).toBe(404);
      expect((await client.post(`${path}/${id}/resolve`)).status).toBe(404);
    }
    expect((await client.get<Invalid>(`${path}/17`)).body.errors).toHaveProperty('conversationId');
    expect((await client.get(`${path}/17`)).status).toBe(400);
    expect(emulator.state.conversations.find(({ id }) => id === foreign)).toMatchObject({
      status: 'Open',
      messages: [],
    });
  });

  test('a message is answered, kept, and brings its conversation to the top', async () => {
    const clock = testClock();
    const { emulator, client } = await sendyiq({ now: clock.now });
    const { id } = emulator.addConversation({ kind, customerName: 'Ada', text: 'Hello?' });
    emulator.addConversation({ kind, text: 'Later' });
    const sent = await client.post<SendyiqMessage>(`${path}/${id}/messages`, { text: '  Hello Ada  ' });
    expect(sent.status).toBe(200);
    expect(sent.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      conversationId: id,
      direction: 'Outbound',
      senderType: 'Agent',
      senderName: expect.any(String),
      text: '  Hello Ada  ',
      status: 'Sent',
      createdAt: '2026-11-20T12:00:00.000Z',
    });
    const { items } = (await client.get<List>(`${path}?${size}=1`)).body;
    expect(items[0]).toMatchObject({ id, unreadCount: 0, lastMessage: '  Hello Ada  ' });
    expect((await client.get<SendyiqConversation>(`${path}/${id}`)).body.messages?.at(-1)).toEqual(sent.body);
  });

  test.each([{}, { text: '' }, { text: ' \n' }, { text: 5 }, { text: null }, { text: 'x', subject: 'y' }, []])(
    'the message %j is refused and not kept',
    async (body) => {
      const { emulator, client } = await sendyiq();
      const { id } = emulator.addConversation({ kind });
      const reply = await client.post<Invalid>(`${path}/${id}/messages`, body);
      expect(reply.status).toBe(400);
      expect(Object.keys(reply.body.errors)).toHaveLength(1);
      expect(emulator.state.conversations.find((conversation) => conversation.id === id)?.messages).toEqual([]);
    },
  );

  test('resolve and reopen change the status, twice is the same as once', async () => {
    const { emulator, client } = await sendyiq();
    const { id } = emulator.addConversation({ kind });
    for (const [verb, status] of [
      ['resolve', 'Resolved'],
      ['resolve', 'Resolved'],
      ['reopen', 'Open'],
      ['reopen', 'Open'],
    ]) {
      const reply = await client.post<SendyiqConversation>(`${path}/${id}/${verb}`);
      expect(reply).toMatchObject({ status: 200, body: { id, status } });
      expect((await client.get<SendyiqConversation>(`${path}/${id}`)).body.status).toBe(status);
    }
  });

  test('a conversation whose channel is gone or disabled is read but not written to', async () => {
    const { emulator, client } = await sendyiq();
    const { id, channelId } = emulator.addConversation({ kind });
    const channel = emulator.state.channels.find((candidate) => candidate.id === channelId);
    Object.assign(channel ?? {}, { isEnabled: false });
    const disabled = await client.post<Invalid>(`${path}/${id}/messages`, { text: 'x' });
    expect(disabled).toMatchObject({ status: 400, body: { message: expect.stringContaining('disabled') } });
    await client.delete(`/social/channels/${channelId}`);
    const gone = await client.post<Invalid>(`${path}/${id}/messages`, { text: 'x' });
    expect(gone).toMatchObject({ status: 400, body: { message: expect.stringContaining('exist') } });
    expect((await client.get(`${path}/${id}`)).status).toBe(200);
  });
});

test('website chats and social conversations are apart', async () => {
  const { client } = await sendyiq();
  const types = async (path: string) =>
    new Set((await client.get<List>(path)).body.items.map(({ channelType }) => channelType));
  expect(await types('/chat/conversations?PageSize=100')).toEqual(new Set(['Website']));
  expect(await types('/social/conversations?PerPage=100')).toEqual(new Set(['WhatsApp', 'Instagram', 'Facebook']));
});

test('a body that is not JSON is refused', async () => {
  const { emulator } = await sendyiq();
  const { id } = emulator.addConversation();
  const url = `${emulator.url}/api/v1/store/integrations/chat/conversations/${id}/messages`;
  const headers = { 'x-api-key': emulator.apiKey, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: '{"text"' });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ errors: {}, message: 'The body is not valid JSON' });
});
