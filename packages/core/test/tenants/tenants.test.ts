import { setTimeout as delay } from 'node:timers/promises';
import { createTenants, type TenantConfig, type TenantsOptions } from '@anyinbox/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failure } from '../support/failure.ts';
import { json, serve } from '../support/server.ts';
import { toy } from '../support/toy-provider.ts';

type Config = TenantConfig<readonly [typeof toy]>;

const config = (url: string, id = 'shop', token = 't'): Config => ({
  connections: [{ id, provider: 'toy', credentials: { token }, options: { baseUrl: url } }],
});
const open = (options: Omit<TenantsOptions<readonly [typeof toy]>, 'providers'>) => {
  const tenants = createTenants({ providers: [toy], ...options });
  onTestFinished(() => tenants.close());
  return tenants;
};
const vendor = () =>
  serve((request, response) => json(response, { id: 7, name: String(request.headers['x-token']), items: [{ id: 7 }] }));

describe('createTenants', () => {
  it('opens the inbox that a tenant is configured for, from a function or an object', async () => {
    const { url } = await vendor();
    const byFunction = open({ resolve: async (id) => (id === 'acme' ? config(url) : undefined) });
    const byObject = open({ resolve: { tenants: { acme: config(url) } } });
    for (const tenants of [byFunction, byObject]) {
      const inbox = await tenants.inbox('acme');
      expect(await inbox.conversations.get('shop:7')).toMatchObject({
        id: 'shop:7',
        connectionId: 'shop',
        provider: 'toy',
      });
      expect(inbox.connections).toEqual([{ id: 'shop', provider: 'toy' }]);
      for (const unknown of ['globex', '', 'toString', '__proto__'])
        expect(await failure(tenants.inbox(unknown))).toMatchObject({ code: 'unknown-tenant', blame: 'caller' });
    }
  });

  it('names every wrong field of a configuration, no value, and goes on for others', async () => {
    const { url } = await vendor();
    const wrong = {
      connections: [
        { id: 'a', provider: 'toy', credentials: { token: 'canary value' }, options: { region: 'canary' } },
        { id: 'a', provider: 'canary', credentials: {} },
        { id: 'b', provider: 'toy', credentials: { token: 't' }, timeout: 5 },
      ],
    };
    const tenants = open({ resolve: (id) => (id === 'wrong' ? (wrong as never) : config(url)) });
    const error = await failure(tenants.inbox('wrong'));
    expect(error).toMatchObject({ code: 'invalid-config', blame: 'caller', tenantId: 'wrong' });
    for (const part of [
      'connections.0.credentials.token: contains characters',
      'connections.0.options.region: is not known',
      'connections.1.id: is the id of another connection too',
      'connections.1.provider: is none of toy',
      'connections.2.timeout: is not known',
    ])
      expect(error.message).toContain(part);
    expect(error.message).not.toContain('canary');
    for (const shape of [
      {},
      { connections: [] },
      { connections: [{ provider: 'toy' }] },
      'x',
      { connections: [], more: 1 },
    ]) {
      const others = open({ resolve: () => shape as never });
      expect((await failure(others.inbox('x'))).code).toBe('invalid-config');
    }
    expect((await tenants.inbox('right')).tenantId).toBe('right');
  });

  it('asks once under a stampede, and again after a failure, which is only theirs who waited', async () => {
    const { url } = await vendor();
    let asked = 0;
    const tenants = open({
      resolve: async () => {
        asked++;
        await delay(20);
        if (asked === 1) throw new Error('the database is away');
        return config(url);
      },
    });
    const stampede = await Promise.allSettled(Array.from({ length: 100 }, () => tenants.inbox('acme')));
    expect(asked).toBe(1);
    expect(new Set(stampede.map(({ status }) => status))).toEqual(new Set(['rejected']));
    const inboxes = await Promise.all(Array.from({ length: 100 }, () => tenants.inbox('acme')));
    expect(asked).toBe(2);
    expect(new Set(inboxes).size).toBe(1);
  });

  it('asks again when the time is over, and keeps the connections when nothing changed', async () => {
    const { url, requests } = await vendor();
    let asked = 0;
    const tenants = open({
      ttlMs: 30,
      resolve: () => {
        asked++;
        return config(url, 'shop', asked < 3 ? 'first' : 'second');
      },
    });
    const inbox = await tenants.inbox('acme');
    const connection = inbox.connection('shop');
    await delay(50);
    await inbox.conversations.get('shop:7');
    expect([asked, inbox.connection('shop') === connection]).toEqual([2, true]);
    await delay(50);
    await inbox.conversations.get('shop:7');
    expect([asked, inbox.connection('shop') === connection]).toEqual([3, false]);
    expect(requests.map(({ headers }) => headers['x-token'])).toEqual(['Toy first', 'Toy second']);
  });

  it('keeps a bounded number of tenants, and serves those that were let go again', async () => {
    const { url } = await vendor();
    const asked: string[] = [];
    const tenants = open({
      maxTenants: 2,
      resolve: (id) => {
        asked.push(id);
        return config(url);
      },
    });
    const first = await tenants.inbox('a');
    for (const id of ['b', 'c']) await tenants.inbox(id);
    expect((await first.conversations.get('shop:7')).nativeId).toBe('7');
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  it('closed, refuses what comes and lets what is under way end', async () => {
    const { url } = await serve((_request, response) => setTimeout(() => json(response, { id: 7 }), 30));
    const tenants = open({ resolve: () => config(url) });
    const inbox = await tenants.inbox('acme');
    const running = inbox.conversations.get('shop:7');
    await delay(5);
    const closing = tenants.close();
    expect((await running).nativeId).toBe('7');
    await closing;
    expect(await failure(inbox.messages.send('shop:7', { text: 'x' }))).toMatchObject({
      outcome: 'not-sent',
      tenantId: 'acme',
    });
    expect((await failure(tenants.inbox('acme'))).tenantId).toBe('acme');
  });
});

describe('what the app gives', () => {
  it('a resolve that fails is told as such, with its own error as the cause', async () => {
    const { url } = await vendor();
    let fails = false;
    const away = new Error('the database is away');
    const tenants = open({
      ttlMs: 1,
      resolve: () => {
        if (fails) throw away;
        return config(url);
      },
    });
    const inbox = await tenants.inbox('acme');
    fails = true;
    await delay(5);
    const problem = { code: 'invalid-config', blame: 'caller', tenantId: 'acme', cause: away };
    expect(await failure(tenants.inbox('acme'))).toMatchObject(problem);
    expect(await failure(inbox.messages.send('shop:7', { text: 'x' }))).toMatchObject({
      ...problem,
      outcome: 'not-sent',
    });
    expect(await failure(inbox.conversations.list())).toMatchObject(problem);
  });

  it.each([{ ttlMs: 0 }, { ttlMs: -1 }, { ttlMs: Number.POSITIVE_INFINITY }, { maxTenants: 0 }])(
    '%j is refused',
    (options) => {
      expect(() => createTenants({ providers: [toy], resolve: () => undefined, ...options })).toThrow(
        expect.objectContaining({ code: 'invalid-request' }),
      );
    },
  );

  it('a function of credentials that hangs holds up nobody who leaves, nor the end', async () => {
    const { url, requests } = await vendor();
    const [connection] = config(url).connections;
    const hanging = { ...connection, credentials: () => new Promise<never>(() => {}) };
    const tenants = open({ resolve: () => ({ connections: [hanging] }) as never });
    const inbox = await tenants.inbox('acme');
    const controller = new AbortController();
    const sending = failure(inbox.messages.send('shop:7', { text: 'x' }, { signal: controller.signal }));
    await delay(10);
    controller.abort('enough');
    expect(await sending).toMatchObject({ code: 'aborted', cause: 'enough', outcome: 'not-sent' });
    await tenants.close();
    expect(requests).toEqual([]);
  });

  it('closing waits for what began before a swap', async () => {
    const { url } = await serve((_request, response) => setTimeout(() => json(response, { id: 7 }), 40));
    let id = 'old';
    const tenants = open({ resolve: () => config(url, id) });
    const inbox = await tenants.inbox('acme');
    const ends: string[] = [];
    const running = inbox.conversations.get('old:7').then(() => ends.push('call'));
    await delay(5);
    id = 'new';
    tenants.invalidate('acme');
    await tenants.inbox('acme');
    await tenants.close();
    ends.push('closed');
    await running;
    expect(ends).toEqual(['call', 'closed']);
  });
});

describe('a swap', () => {
  it('lets calls and iterations end where they began, and sends new ones to the new configuration', async () => {
    const slowItems = { items: [{ id: 1 }], next: 'more' };
    const old = await serve((request, response) => {
      const paged = request.url.includes('position=more');
      setTimeout(
        () => json(response, request.method === 'POST' ? { id: 9 } : paged ? { items: [{ id: 2 }] } : slowItems),
        30,
      );
    });
    const next = await vendor();
    let url = old.url;
    const tenants = open({ resolve: () => config(url, url === old.url ? 'old' : 'new') });
    const inbox = await tenants.inbox('acme');
    const sending = inbox.messages.send('old:1', { text: 'x' });
    const iterator = inbox.conversations.list()[Symbol.asyncIterator]();
    expect((await iterator.next()).value?.id).toBe('old:1');
    url = next.url;
    tenants.invalidate('acme');
    expect((await inbox.conversations.get('new:7')).connectionId).toBe('new');
    expect((await sending).id).toBe('old:9');
    expect((await iterator.next()).value?.id).toBe('old:2');
    expect(next.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(inbox.connections).toEqual([{ id: 'new', provider: 'toy' }]);
  });

  it('does not let anyone ask a vendor for more than before', async () => {
    const { url } = await vendor();
    let token = 1;
    const tenants = open({
      ttlMs: 1,
      maxTenants: 1,
      defaults: { deadlineMs: 1000 },
      resolve: (id) => config(url, id, `t${token++}`),
    });
    for (let count = 0; count < 90; count++) await (await tenants.inbox('acme')).conversations.get('acme:7');
    await tenants.inbox('globex');
    const error = await failure((await tenants.inbox('acme')).conversations.get('acme:7'));
    expect(error).toMatchObject({ code: 'budget-exhausted', tenantId: 'acme' });
    expect((await tenants.inbox('globex')).budget()).toMatchObject({ remaining: 100 });
    expect(token).toBeGreaterThan(3);
  });

  it('refuses ids and cursors of a connection that is gone', async () => {
    const { url } = await serve((_request, response) => json(response, { items: [{ id: 1 }, { id: 2 }], next: 'x' }));
    let id = 'old';
    const tenants = open({ resolve: () => config(url, id) });
    const inbox = await tenants.inbox('acme');
    const { nextCursor } = await inbox.conversations.list({ limit: 1 });
    expect(nextCursor).toBeDefined();
    id = 'new';
    tenants.invalidate('acme');
    expect(await failure(inbox.messages.send('old:1', { text: 'x' }))).toMatchObject({
      code: 'unknown-connection',
      tenantId: 'acme',
    });
    const error = await failure(inbox.conversations.list({ limit: 1, cursor: nextCursor }));
    expect(error).toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining('cursor cannot be used here'),
    });
  });

  it('in the middle of a resolve wins over what was asked before', async () => {
    const { url, requests } = await vendor();
    const answers = [delay(60, 'stale'), delay(5, 'fresh')];
    const tenants = open({ resolve: async () => config(url, 'shop', await answers.shift()) });
    const first = tenants.inbox('acme');
    await delay(1);
    tenants.invalidate('acme');
    const second = await tenants.inbox('acme');
    await second.conversations.get('shop:7');
    await (await first).conversations.get('shop:7');
    expect(requests.map(({ headers }) => headers['x-token'])).toEqual(['Toy fresh', 'Toy fresh']);
  });
});
