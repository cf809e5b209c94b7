import { type AnyProvider, type ConversationQuery, createTenants, type Inbox } from '@anyinbox/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { everythingProvider } from '../support/everything-provider.ts';
import { failure } from '../support/failure.ts';
import { json, serve } from '../support/server.ts';
import { toy, toyCapabilities } from '../support/toy-provider.ts';

const minutes = (count: number) => new Date(Date.UTC(2026, 0, 1, 0, count)).toISOString();

/** A vendor of five conversations, every second minute one, of which the odd ones are read and the even ones belong to nobody. */
const vendor = (offset: number) =>
  serve((request, response) => {
    if (request.method === 'POST') return json(response, { id: 99, pong: 'x' });
    const items = [4, 3, 2, 1, 0].map((index) => ({
      id: index,
      name: 'Kim',
      at: minutes(index * 2 + offset),
      unread: index % 2 === 0 ? 1 : 0,
      nobody: index % 2 === 0,
    }));
    return json(
      response,
      request.url.startsWith('/conversations?') ? { items } : { id: 7, items: [{ id: 1 }], pong: 'x' },
    );
  });

/** The toy, whose conversations tell more about themselves. */
const telling = (id: string, tells = true): AnyProvider => ({
  ...toy,
  id,
  connect(context: Parameters<typeof toy.connect>[0]) {
    type Raw = { at?: string; unread?: number; nobody?: boolean };
    const fields = {
      updatedAt: (raw: unknown) => (raw as Raw).at,
      ...(tells && {
        unreadCount: (raw: unknown) => (raw as Raw).unread,
        assignee: (raw: unknown) => ((raw as Raw).nobody ? null : undefined),
      }),
    };
    return toy.connect({ ...context, normalize: { ...context.normalize, conversation: fields } as never });
  },
});

async function setUp(providers: readonly AnyProvider[] = [telling('one'), telling('two')]) {
  const vendors = await Promise.all(providers.map((_, index) => vendor(index)));
  const connections = providers.map(({ id }, index) => ({
    id,
    provider: id,
    credentials: { token: id },
    options: { baseUrl: vendors[index]?.url },
  }));
  const tenants = createTenants({ providers: [...providers], resolve: { tenants: { acme: { connections } } } });
  onTestFinished(() => tenants.close());
  return { inbox: await tenants.inbox('acme'), vendors };
}

describe('the inbox of a tenant', () => {
  it('is one list of all connections, newest first', async () => {
    const { inbox, vendors } = await setUp();
    const page = await inbox.conversations.list({ limit: 4 });
    expect(page.items.map(({ id }) => id)).toEqual(['two:4', 'one:4', 'two:3', 'one:3']);
    const rest = await inbox.conversations.list({ limit: 4, cursor: page.nextCursor }).toArray({ limit: 99 });
    expect(rest.map(({ id }) => id)).toEqual(['two:2', 'one:2', 'two:1', 'one:1', 'two:0', 'one:0']);
    expect(vendors.map(({ requests }) => requests.length)).toEqual([2, 2]);
  });

  it('goes on when one connection fails, and says which', async () => {
    const { inbox } = await setUp([
      telling('one'),
      { ...telling('two'), transport: { ...toy.transport, baseUrl: () => 'http://127.0.0.1:9' } } as AnyProvider,
    ]);
    const page = await inbox.conversations.list();
    expect(page.items).toHaveLength(5);
    expect(page.failures).toMatchObject([
      { connectionId: 'two', error: { code: 'network', tenantId: 'acme', connectionId: 'two' } },
    ]);
    expect(await failure(inbox.conversations.list({ strict: true }))).toMatchObject({
      code: 'network',
      tenantId: 'acme',
    });
  });

  it('routes by id, to reads, writes and lists of one conversation', async () => {
    const { inbox, vendors } = await setUp();
    expect((await inbox.conversations.get('two:7')).connectionId).toBe('two');
    expect((await inbox.messages.send('one:7', { text: 'x' })).id).toBe('one:99');
    await inbox.conversations.close('two:7');
    await inbox.conversations.assign('two:7', { agentId: 'two:a' });
    await inbox.notes.add('one:7', { text: 'x' });
    await inbox.channels.update('one:c', { active: false });
    expect((await inbox.messages.list('two:7')).items).toMatchObject([{ id: 'two:1', conversationId: 'two:7' }]);
    expect(vendors.map(({ requests }) => requests.map(({ method, url }) => `${method} ${url}`))).toEqual([
      ['POST /conversations/7/messages', 'POST /conversations/7/notes', 'PATCH /channels/c'],
      [
        'GET /conversations/7',
        'PUT /conversations/7/close',
        'POST /conversations/7/assign',
        'GET /conversations/7/messages',
      ],
    ]);
  });

  it('refuses ids of no connection, or of two', async () => {
    const { inbox } = await setUp();
    expect(await failure(inbox.conversations.get('three:7'))).toMatchObject({
      code: 'unknown-connection',
      tenantId: 'acme',
    });
    expect(await failure(inbox.messages.list('three:7'))).toMatchObject({ code: 'unknown-connection' });
    expect(await failure(inbox.messages.send('7', { text: 'x' }))).toMatchObject({
      code: 'invalid-request',
      operation: 'messages.send',
      outcome: 'not-sent',
    });
    expect(await failure(inbox.conversations.assign('one:7', { agentId: 'two:a' }))).toMatchObject({
      code: 'unknown-connection',
    });
    expect(() => inbox.connection('three')).toThrow(expect.objectContaining({ code: 'unknown-connection' }));
  });

  it('lists people of all connections, one after the other', async () => {
    const { inbox } = await setUp();
    expect((await inbox.agents.list()).items).toEqual([{ id: 'one:1' }, { id: 'two:1' }]);
    expect((await inbox.agents.list({ limit: 1 })).items).toEqual([{ id: 'one:1' }]);
    expect(await inbox.agents.list().toArray({ limit: 9 })).toHaveLength(2);
    expect((await failure(inbox.groups.list())).code).toBe('unsupported');
    expect((await failure(inbox.channels.list())).code).toBe('unsupported');
  });

  it('can do what any of its connections can, and says which', async () => {
    const plain = {
      ...telling('two'),
      capabilities: { ...toyCapabilities, 'agents.list': { level: 'none', because: 'not-yet' } },
    } as unknown as AnyProvider;
    const { agents: _agents, ...handlers } = toy.connect({
      config: {} as never,
      normalize: {},
      reportDrift: () => {},
      now: Date.now,
    }).handlers;
    const { inbox } = await setUp([telling('one'), { ...plain, connect: () => ({ handlers, native: {} }) }]);
    expect(inbox.capabilities['agents.list']).toMatchObject({ level: 'partial', connections: ['one'] });
    expect(inbox.capabilities['conversations.get']).toMatchObject({ level: 'full', connections: ['one', 'two'] });
    expect(inbox.capabilities['messages.send.file']).toMatchObject({ level: 'partial', connections: ['one', 'two'] });
    expect(inbox.capabilities['messages.edit']).toMatchObject({ level: 'none', connections: [] });
    expect([inbox.supports('agents.list'), inbox.supports('messages.edit')]).toEqual([true, false]);
    // A connection that has no such list is named, and is no reason to fail while another has one.
    expect(await inbox.agents.list()).toMatchObject({
      items: [{ id: 'one:1' }],
      failures: [{ connectionId: 'two', error: { code: 'unsupported' } }],
    });
    expect(await inbox.agents.list().toArray({ limit: 9 })).toEqual([{ id: 'one:1' }]);
    expect(inbox.supports('toString' as never)).toBe(false);
    expect((await failure(inbox.messages.edit('one:7', { text: 'x' }))).code).toBe('unsupported');
  });

  it('shows what is left of each budget, and of the tightest', async () => {
    const { inbox } = await setUp();
    await inbox.conversations.get('two:7');
    expect(inbox.budgets()).toMatchObject({ one: { remaining: 100 }, two: { remaining: 99 } });
    expect(inbox.budget()).toMatchObject({ remaining: 99 });
    expect([inbox.provider, inbox.connectionId]).toEqual(['one+two', 'one+two']);
    await inbox.close();
    await inbox[Symbol.asyncDispose]();
    expect((await inbox.conversations.get('one:7')).id).toBe('one:7');
  });

  it('has the native calls of its connection when there is one, and of each when there are more', async () => {
    const alone = await setUp([telling('one')]);
    expect(
      await (alone.inbox.native as unknown as { ping: (input: object) => Promise<unknown> }).ping({ word: 'a' }),
    ).toEqual({
      pong: 'x',
    });
    const { inbox } = await setUp();
    expect(() => inbox.native).toThrow(expect.objectContaining({ code: 'unsupported' }));
    expect(
      await (inbox.connection('two').native as unknown as { ping: (input: object) => Promise<unknown> }).ping({
        word: 'a',
      }),
    ).toEqual({ pong: 'x' });
  });

  it('goes wherever an inbox goes', async () => {
    const { inbox } = await setUp();
    const count = async (any: Inbox) => (await any.conversations.list().toArray({ limit: 99 })).length;
    expect([await count(inbox), await count(inbox.connection('one'))]).toEqual([10, 5]);
  });
});

describe('filters', () => {
  const ids = async (inbox: Inbox, query: ConversationQuery) =>
    (await inbox.conversations.list(query).toArray({ limit: 99 })).map(({ id }) => id);

  it('that a vendor does not know are applied here where each conversation tells', async () => {
    const { inbox } = await setUp();
    expect(await ids(inbox, { unread: true })).toEqual(['two:4', 'one:4', 'two:2', 'one:2', 'two:0', 'one:0']);
    // The toy filters by nobody itself, and by the one status that it can.
    expect(await ids(inbox, { status: 'open', unread: true })).toHaveLength(6);
    expect(await ids(inbox, { status: 'closed' })).toEqual([]);
  });

  it('that nobody can apply are reported for the connection, never ignored', async () => {
    const { inbox } = await setUp([telling('one'), telling('two', false)]);
    const page = await inbox.conversations.list({ unread: true });
    expect(page.items.map(({ id }) => id)).toEqual(['one:4', 'one:2', 'one:0']);
    expect(page.failures).toMatchObject([
      { connectionId: 'two', error: { code: 'unsupported', message: expect.stringContaining('filter by unread') } },
    ]);
    // When no connection can, that is no empty list.
    expect(await failure(inbox.conversations.list({ search: 'kim' }))).toMatchObject({
      code: 'unsupported',
      connectionId: 'one',
    });
    expect((await failure(inbox.conversations.list({ search: 'kim', strict: true }))).code).toBe('unsupported');
    expect((await failure(inbox.conversations.list({ search: 'kim' }).toArray({ limit: 9 }))).code).toBe('unsupported');
  });

  it('by an id ask only the connection that the id belongs to', async () => {
    const { inbox, vendors } = await setUp();
    expect(await ids(inbox, { assignee: { agentId: 'two:a' } })).toHaveLength(5);
    expect(await ids(inbox, { channelId: 'two:c' })).toHaveLength(5);
    expect(vendors.map(({ requests }) => requests.length)).toEqual([0, 2]);
    const both = inbox.conversations.list({ channelId: 'two:c', assignee: { agentId: 'one:a' } });
    expect(await failure(both)).toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining('several connections'),
    });
    expect((await failure(inbox.conversations.list({ channelId: 'gone:c' }))).code).toBe('unknown-connection');
    expect((await failure(inbox.conversations.list({ channelId: 'c' }))).code).toBe('invalid-request');
  });

  it('look for nothing in a list that is not whole, where it would find nothing', async () => {
    const partial = { ...toyCapabilities['conversations.list'], level: 'partial' };
    const provider = {
      ...telling('one'),
      capabilities: { ...toyCapabilities, 'conversations.list': partial },
    } as unknown as AnyProvider;
    const { inbox, vendors } = await setUp([provider]);
    expect((await failure(inbox.conversations.list({ status: 'closed' }))).code).toBe('unsupported');
    expect(vendors[0]?.requests).toEqual([]);
  });

  it('stop looking before they eat the limit of a vendor, and say so', async () => {
    const { url, requests } = await serve((_request, response) =>
      json(response, { items: [{ id: requests.length, unread: 0, at: minutes(1) }], next: 'more' }),
    );
    const tenants = createTenants({
      providers: [telling('one')],
      resolve: () => ({
        connections: [{ id: 'one', provider: 'one', credentials: { token: 'x' }, options: { baseUrl: url } }],
      }),
    });
    onTestFinished(() => tenants.close());
    const page = await (await tenants.inbox('acme')).conversations.list({ unread: true });
    expect(page).toEqual({ items: [], incomplete: 'no match on 10 pages, so the rest was not read' });
    expect(requests).toHaveLength(10);
  });

  it('are checked like everywhere', async () => {
    const { inbox } = await setUp();
    for (const query of [{ limit: 0 }, { state: 'open' }, { strict: 'yes' }, { cursor: 'x' }])
      expect(await failure(inbox.conversations.list(query as never))).toMatchObject({
        code: 'invalid-request',
        tenantId: 'acme',
      });
    expect(await failure(inbox.agents.list({ limit: 0 }))).toMatchObject({ code: 'invalid-request' });
    const error = await failure(inbox.conversations.list({ signal: AbortSignal.abort('no') }));
    expect(error).toMatchObject({ code: 'aborted', cause: 'no' });
  });
});

describe('what names no thing', () => {
  const everything = (id: string) => ({ ...everythingProvider().provider, id }) as AnyProvider;
  const open = async (...ids: string[]) => {
    const connections = ids.map((id) => ({ id, provider: id, credentials: {}, options: {} }));
    const tenants = createTenants({ providers: ids.map(everything), resolve: () => ({ connections }) });
    onTestFinished(() => tenants.close());
    return tenants.inbox('acme');
  };

  it('goes to the one connection that can do it', async () => {
    const inbox = await open('x');
    expect((await inbox.channels.createWebsite({ name: 'Shop' })).id).toBe('x:ch');
    await inbox.agents.setOnline({ name: 'Kim', email: 'kim@example.com' });
    await inbox.agents.setOnline({ agentId: 'x:a' });
  });

  it('is refused when several can, or none', async () => {
    const inbox = await open('x', 'y');
    expect(await failure(inbox.channels.createWebsite({ name: 'Shop' }))).toMatchObject({
      code: 'invalid-request',
      hint: expect.stringContaining('connection(id)'),
    });
    await inbox.agents.setOnline({ agentId: 'y:a' });
    const { inbox: toyInbox } = await setUp();
    expect(await failure(toyInbox.channels.createWebsite({ name: 'Shop' }))).toMatchObject({ code: 'unsupported' });
  });

  it.each<[string, (inbox: Inbox) => PromiseLike<unknown>]>([
    ['reopen', ({ conversations }) => conversations.reopen('y:c')],
    ['markRead', ({ conversations }) => conversations.markRead('y:c')],
    ['unassign', ({ conversations }) => conversations.unassign('y:c')],
    ['messages.get', ({ messages }) => messages.get('y:m')],
    ['messages.edit', ({ messages }) => messages.edit('y:m', { text: 'x' })],
    ['messages.delete', ({ messages }) => messages.delete('y:m')],
    ['notes.list', ({ notes }) => notes.list('y:c')],
    ['channels.get', ({ channels }) => channels.get('y:ch')],
    ['channels.delete', ({ channels }) => channels.delete('y:ch')],
    ['channels.rotateToken', ({ channels }) => channels.rotateToken('y:ch')],
    ['channels.setAiAgent', ({ channels }) => channels.setAiAgent('y:ch', { enabled: true })],
  ])('while %s finds its connection', async (_, call) => {
    const result = await call(await open('x', 'y'));
    expect(JSON.stringify(result ?? {})).not.toContain('"x:');
  });
});
