import type { SmartsenderChat, SmartsenderList, SmartsenderMessage } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { testClock } from '../support/clock.ts';
import { smartsender } from '../support/emulators.ts';

type Chats = SmartsenderList<SmartsenderChat>;
type Messages = SmartsenderList<SmartsenderMessage>;
type Invalid = { error: { code: number; description: Record<string, string[]> } };

describe('listing', () => {
  test('the defaults are the first page of twenty', async () => {
    const { client } = await smartsender();
    const { body } = await client.get<Chats>('/chats');
    expect(body.cursor).toEqual({ page: 1, pages: 3 });
    expect(body.collection).toHaveLength(20);
  });

  test('the pages together hold every chat once, latest activity first', async () => {
    const { emulator, client } = await smartsender();
    const chats: SmartsenderChat[] = [];
    for (const page of [1, 2, 3]) chats.push(...(await client.get<Chats>(`/chats?page=${page}`)).body.collection);
    expect(new Set(chats.map(({ id }) => id)).size).toBe(emulator.state.conversations.length);
    const times = chats.map(({ updatedAt }) => updatedAt);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test('a page after the last one is empty and keeps the cursor', async () => {
    const { client } = await smartsender();
    const { body } = await client.get<Chats>('/chats?page=4&limitation=15');
    expect(body).toEqual({ cursor: { page: 4, pages: 3 }, collection: [] });
  });

  test('an empty project has one empty page', async () => {
    const { client } = await smartsender({ seed: 'empty' });
    expect((await client.get('/chats')).body).toEqual({ cursor: { page: 1, pages: 1 }, collection: [] });
  });

  test.each(['limitation=0', 'limitation=21', 'limitation=ten', 'limitation=-1', 'limitation=1.5', 'page=0', 'page='])(
    '%s is refused and named',
    async (query) => {
      const { client } = await smartsender();
      const reply = await client.get<Invalid>(`/chats?${query}`);
      expect(reply.status).toBe(422);
      expect(reply.body.error.code).toBe(422);
      expect(Object.keys(reply.body.error.description)).toEqual([query.split('=')[0]]);
    },
  );

  test('a listed chat has the documented shape, with two different contact ids', async () => {
    const { client } = await smartsender();
    const chat = (await client.get<Chats>('/chats?limitation=1')).body.collection[0];
    expect(chat).toEqual({
      id: expect.any(Number),
      name: 'Olena Kovalchuk',
      image: expect.stringMatching(/^https:/),
      contact: { id: expect.any(Number), originalId: expect.any(Number) },
      gates: [
        { id: expect.any(Number), subscribed: true, unreadMessages: 2, channel: expect.objectContaining({ id: 118 }) },
      ],
      unreadMessages: 2,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    });
    expect(chat?.contact.id).not.toBe(chat?.contact.originalId);
  });
});

describe('filters', () => {
  test('state divides the chats in two', async () => {
    const { emulator, client } = await smartsender();
    const ids = async (state: string) => {
      const pages = [1, 2].map((page) => client.get<Chats>(`/chats?state=${state}&page=${page}`));
      return (await Promise.all(pages)).flatMap(({ body }) => body.collection.map(({ id }) => id));
    };
    const wanted = (open: boolean) => emulator.state.conversations.filter((chat) => chat.open === open);
    expect((await ids('open')).sort()).toEqual(
      wanted(true)
        .map(({ id }) => id)
        .sort(),
    );
    expect((await ids('closed')).sort()).toEqual(
      wanted(false)
        .map(({ id }) => id)
        .sort(),
    );
    expect(wanted(false).length).toBeGreaterThan(5);
  });

  test('term looks into the name without regard to case', async () => {
    const { client } = await smartsender();
    const { body } = await client.get<Chats>(`/chats?term=${encodeURIComponent('DVOŘÁK')}`);
    expect(body.collection.map(({ name }) => name)).toEqual(['Tomáš Dvořák']);
    expect((await client.get<Chats>('/chats?term=nobody-at-all')).body.collection).toEqual([]);
  });

  test('unread selects chats with unread messages', async () => {
    const { client } = await smartsender();
    const { body } = await client.get<Chats>('/chats?selector[name]=unread');
    expect(body.collection.length).toBeGreaterThan(0);
    expect(body.collection.every((chat) => (chat.unreadMessages ?? 0) > 0)).toBe(true);
  });

  test('private selects the chats of the operator', async () => {
    const { emulator, client } = await smartsender();
    const { body } = await client.get<Chats>('/chats?selector[name]=private&selector[operatorId]=72');
    const own = emulator.state.conversations.filter(({ operatorId }) => operatorId === 72).map(({ id }) => id);
    expect(body.collection.map(({ id }) => id).sort()).toEqual(own.sort());
    expect(own.length).toBeGreaterThan(0);
  });

  test('private without an operator is refused', async () => {
    const { client } = await smartsender();
    const reply = await client.get<Invalid>('/chats?selector[name]=private');
    expect(reply.status).toBe(422);
    expect(reply.body.error.description).toHaveProperty(['selector[operatorId]']);
  });

  test.each(['state=pending', 'selector[name]=mine', 'selector[operatorId]=x', 'activities=maybe'])(
    '%s is refused',
    async (query) => {
      const { client } = await smartsender();
      expect((await client.get(`/chats?${query}`)).status).toBe(422);
    },
  );
});

describe('one chat', () => {
  test('is found by its id, without the field that only lists have', async () => {
    const { client } = await smartsender();
    const { unreadMessages, ...listed } = (await client.get<Chats>('/chats?limitation=1')).body
      .collection[0] as SmartsenderChat;
    expect(unreadMessages).toBe(2);
    expect((await client.get(`/chats/${listed.id}`)).body).toEqual(listed);
  });

  test.each(['/chats/1', '/chats/1/messages', '/chats/abc'])('%s is not found', async (path) => {
    const { client } = await smartsender();
    expect((await client.get(path)).status).toBe(404);
  });

  test('reading sets every unread count to zero and does not move the chat', async () => {
    const { client } = await smartsender();
    const chat = (await client.get<Chats>('/chats?selector[name]=unread&page=1')).body.collection[3] as SmartsenderChat;
    expect((await client.put(`/chats/${chat.id}/read`)).body).toEqual({ state: true });
    const after = (await client.get<SmartsenderChat>(`/chats/${chat.id}`)).body;
    expect(after.gates.map(({ unreadMessages }) => unreadMessages)).toEqual([0]);
    expect(after.updatedAt).toBe(chat.updatedAt);
    const { body } = await client.get<Messages>(`/chats/${chat.id}/messages`);
    expect(body.collection.find(({ sender }) => sender.type === 'contact')?.seenAt).not.toBeNull();
  });

  test('closing moves it from open to closed, twice is the same as once', async () => {
    const { emulator, client } = await smartsender();
    const { id } = emulator.addConversation({ firstName: 'Quentin', text: 'Hi' });
    for (let times = 0; times < 2; times += 1) {
      expect((await client.put(`/chats/${id}/close`)).body).toEqual({ state: true });
    }
    expect((await client.get<Chats>('/chats?term=quentin&state=open')).body.collection).toEqual([]);
    expect((await client.get<Chats>('/chats?term=quentin&state=closed')).body.collection).toHaveLength(1);
  });

  test.each([
    ['PUT', '/chats/1/read'],
    ['PUT', '/chats/1/close'],
    ['POST', '/chats/1/forward/71'],
  ])('%s %s is not found', async (method, path) => {
    const { client } = await smartsender();
    expect((await (method === 'PUT' ? client.put(path) : client.post(path, {}))).status).toBe(404);
  });
});

describe('forwarding', () => {
  test('makes the chat private to the operator and leaves the text as an activity', async () => {
    const { emulator, client } = await smartsender();
    const { id } = emulator.addConversation({ text: 'Who can help me?' });
    const reply = await client.post(`/chats/${id}/forward/74`, { text: 'Speaks Kazakh, please take over' });
    expect(reply.body).toEqual({ state: true });

    const own = await client.get<Chats>('/chats?selector[name]=private&selector[operatorId]=74');
    expect(own.body.collection.map((chat) => chat.id)).toEqual([id]);
    const shown = await client.get<Messages>(`/chats/${id}/messages`);
    expect(shown.body.collection.map(({ content }) => content.type)).toEqual(['text']);
    const all = await client.get<Messages>(`/chats/${id}/messages?activities=1`);
    expect(all.body.collection[0]).toMatchObject({
      internal: true,
      content: { type: 'action', resource: { parameters: { content: 'Speaks Kazakh, please take over' } } },
    });
  });

  test('works without a text', async () => {
    const { emulator, client } = await smartsender();
    const { id } = emulator.addConversation({ text: 'Hello' });
    expect((await client.post(`/chats/${id}/forward/71`)).status).toBe(200);
    expect(emulator.state.conversations.find((chat) => chat.id === id)?.operatorId).toBe(71);
  });

  test.each([9, 75])('operator %i, unknown or deleted, is not found and nothing changes', async (operatorId) => {
    const { emulator, client } = await smartsender();
    const { id } = emulator.addConversation({ text: 'Hello' });
    expect((await client.post(`/chats/${id}/forward/${operatorId}`, { text: 'x' })).status).toBe(404);
    expect(emulator.state.conversations.find((chat) => chat.id === id)).toMatchObject({ operatorId: null });
  });

  test('refuses fields that are not documented', async () => {
    const { emulator, client } = await smartsender();
    const { id } = emulator.addConversation();
    const reply = await client.post<Invalid>(`/chats/${id}/forward/71`, { note: 'x' });
    expect(reply.status).toBe(422);
    expect(reply.body.error.description).toHaveProperty('note');
  });
});

describe('order', () => {
  test('what happens last stands first, within the same millisecond too', async () => {
    const clock = testClock();
    const { emulator, client } = await smartsender({ seed: 'empty', now: clock.now });
    const chats = ['A', 'B', 'C'].map((firstName) =>
      emulator.addConversation({ firstName, lastName: null, text: 'Hi' }),
    );
    emulator.receive({ conversationId: chats[0]?.id ?? 0, text: 'Me again' });
    const names = (await client.get<Chats>('/chats')).body.collection.map(({ name }) => name);
    expect(names).toEqual(['A', 'C', 'B']);
  });
});
