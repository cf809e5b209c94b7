import { describe, expect, it } from 'vitest';
import { caught } from '../support/caught.ts';
import { useStore } from '../support/store.ts';

describe.each(['chat', 'social'] as const)('conversations of %s', (kind) => {
  const store = useStore();
  const size = { chat: 'PageSize', social: 'PerPage' }[kind];
  const asked = () => store.emulator.requests.map(({ query }) => `${query['Page']} of ${query[size]}`);

  it.each([
    { total: 'totalCount' as const, list: 'items' as const, pages: ['1 of 20', '2 of 20', '3 of 20'] },
    { total: 'none' as const, list: 'array' as const, pages: ['1 of 20', '2 of 20', '3 of 20', '4 of 20'] },
  ])('are listed once each, by pages of 20, when the total is $total', async ({ total, list, pages }) => {
    store.emulator.setEnvelope({ total, list });
    const found: string[] = [];
    for await (const { nativeId } of store[kind]().conversations.list({ limit: 20 })) found.push(nativeId);
    expect(found).toEqual(store.conversationIds(kind));
    expect(new Set(found).size).toBe(45);
    expect(asked()).toEqual(pages);
  });

  it('are asked for in the largest page when no limit is given', async () => {
    const page = await store[kind]().conversations.list();
    expect(page.items).toHaveLength(45);
    expect(page.nextCursor).toBeUndefined();
    expect(asked()).toEqual(['1 of 50']);
  });

  it('are listed on from a cursor, in another inbox of the same connection', async () => {
    const first = await store[kind]().conversations.list({ limit: 20 });
    const cursor = first.nextCursor ?? '';
    const second = await store[kind]().conversations.list({ limit: 20, cursor });
    const both = [...first.items, ...second.items].map(({ nativeId }) => nativeId);
    expect(both).toEqual(store.conversationIds(kind).slice(0, 40));
    expect(asked()).toEqual(['1 of 20', '2 of 20']);
  });

  it('are filtered by status and channel', async () => {
    const inbox = store[kind]();
    const closed = await inbox.conversations.list({ status: 'closed' });
    const open = await inbox.conversations.list({ status: 'open' });
    expect(closed.items.length).toBeGreaterThan(0);
    expect(new Set(closed.items.map(({ status }) => status))).toEqual(new Set(['closed']));
    expect(new Set(open.items.map(({ status }) => status))).toEqual(new Set(['open']));
    expect(closed.items.length + open.items.length).toBe(45);

    const channelId = open.items[0]?.channel.id ?? '';
    const ofChannel = await inbox.conversations.list({ channelId });
    expect(ofChannel.items.length).toBeGreaterThan(0);
    expect(new Set(ofChannel.items.map(({ channel }) => channel.id))).toEqual(new Set([channelId]));
  });

  // An app that reads the provider from configuration can ask for all of this.
  it.each<object>([{ status: 'pending' }, { unread: true }, { search: 'Ada' }])(
    'are not filtered by %j: refused before any request',
    async (query) => {
      const error = await caught(() => store[kind]().conversations.list(query));
      expect(error.code).toBe('unsupported');
      expect(store.emulator.requests).toEqual([]);
    },
  );

  it('are resolved and reopened', async () => {
    const inbox = store[kind]();
    const { id } = (await inbox.conversations.list({ status: 'open', limit: 1 })).items[0] ?? { id: '' };
    await inbox.conversations.close(id);
    expect(await inbox.conversations.get(id)).toMatchObject({ status: 'closed', nativeStatus: 'Resolved' });
    await inbox.conversations.close(id);
    await inbox.conversations.reopen(id);
    expect(await inbox.conversations.get(id)).toMatchObject({ status: 'open', nativeStatus: 'Open' });
  });

  it('are not found when the vendor has none', async () => {
    const error = await caught(() => store[kind]().conversations.get(`sendyiq-${kind}:${crypto.randomUUID()}`));
    expect(error).toMatchObject({ code: 'not-found', status: 404, operation: 'conversations.get' });
  });

  it('show the raw object only when asked', async () => {
    const inbox = store[kind]();
    const [plain] = (await inbox.conversations.list({ limit: 1 })).items;
    const [full] = (await inbox.conversations.list({ limit: 1, include: ['raw'] })).items;
    expect(plain).not.toHaveProperty('raw');
    expect(full?.raw).toMatchObject({ id: full?.nativeId, customerName: full?.contact.name });
  });

  it('that can be read are listed, and the page says that others cannot', async () => {
    const body = { items: [{ id: 'c-1' }, { customerName: 'Ada' }, 'c-2'], total: 3 };
    store.emulator.fail({ kind: 'body', body });
    const page = await store[kind]().conversations.list();
    expect(page.items.map(({ nativeId }) => nativeId)).toEqual(['c-1']);
    expect(page.incomplete).toBe('2 items could not be read');
  });

  it('of which an unreadable one counts in the page, so that none is left out after it', async () => {
    const body = { items: [{ id: 'c-1' }, {}], total: 4 };
    store.emulator.fail({ kind: 'body', body });
    store.emulator.fail({ kind: 'body', body: { items: [{ id: 'c-3' }, { id: 'c-4' }], total: 4 } });
    const listed = await store[kind]().conversations.list({ limit: 2 }).toArray({ limit: 10 });
    expect(listed.map(({ nativeId }) => nativeId)).toEqual(['c-1', 'c-3', 'c-4']);
    expect(asked()).toEqual(['1 of 2', '2 of 2']);
  });

  it('are changed when the vendor only says OK', async () => {
    const id = `sendyiq-${kind}:${store.conversationIds(kind)[0]}`;
    const taken = { kind: 'body', body: 'OK', contentType: 'text/plain', when: 'after-effect' } as const;
    store.emulator.fail({ ...taken, times: 2 });
    await expect(store[kind]().conversations.close(id)).resolves.toBeUndefined();
    await expect(store[kind]().conversations.reopen(id)).resolves.toBeUndefined();
  });

  it('are not known to be changed when a page of a proxy answers', async () => {
    const id = `sendyiq-${kind}:${store.conversationIds(kind)[0]}`;
    store.emulator.fail({ kind: 'body', body: '<html>Sign in</html>', contentType: 'text/html' });
    const error = await caught(() => store[kind]().conversations.close(id));
    expect(error).toMatchObject({ code: 'unexpected-response', outcome: 'unknown' });
  });

  it('that the vendor refuses to change in a 2xx answer are not changed', async () => {
    const id = `sendyiq-${kind}:${store.conversationIds(kind)[0]}`;
    const body = { success: false, message: 'Business rule', status: 409 };
    store.emulator.fail({ kind: 'body', body, match: { method: 'POST' } });
    const error = await caught(() => store[kind]().conversations.close(id));
    expect(error).toMatchObject({ code: 'conflict', status: 409, outcome: 'not-sent' });
    expect(error.message).not.toContain('Business rule');
  });

  it('are refused with a wrong key', async () => {
    store.emulator.fail({ kind: 'status', status: 401 });
    const error = await caught(() => store[kind]().conversations.list());
    expect(error).toMatchObject({ code: 'unauthorized', blame: 'credentials', attempts: 1 });
  });
});

describe('a vendor that caps its pages lower than we ask', () => {
  const store = useStore({ conversations: 23 });

  it('is followed in its own size', async () => {
    const { emulator } = store;
    const capped = (page: number) => {
      const ids = store.conversationIds('chat').slice((page - 1) * 10, page * 10);
      return { items: ids.map((id) => ({ id })), total: 23 };
    };
    for (const page of [1, 2, 3]) emulator.fail({ kind: 'body', body: capped(page), match: { method: 'GET' } });
    const found = await store.chat().conversations.list().toArray({ limit: 100 });
    expect(found.map(({ nativeId }) => nativeId)).toEqual(store.conversationIds('chat'));
    expect(emulator.requests.map(({ query }) => query['PageSize'])).toEqual(['50', '10', '10']);
  });
});

describe('the paging options', () => {
  const store = useStore();

  it('count pages from 0 and rename the statuses', async () => {
    store.emulator.fail({ kind: 'body', body: [] });
    const options = { firstPage: 0, statusValues: { closed: 'Done' } } as const;
    await store.chat({ options }).conversations.list({ status: 'closed', limit: 5 });
    expect(store.emulator.requests[0]?.query).toEqual({ Page: '0', PageSize: '5', Status: 'Done' });
  });
});
