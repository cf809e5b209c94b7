import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { createMemoryStore, type EventsConfig } from '@anyinbox/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isAnyOf, presentedSecrets } from '../../src/events/webhook-secrets.ts';
import { logOf, postTo, tenantsOf } from '../support/event-tenants.ts';
import {
  at,
  createVendor,
  eventfulProvider,
  eventfulTenants,
  messageOf,
  received,
  secret,
} from '../support/eventful-vendor.ts';
import { failure } from '../support/failure.ts';

const other = 'another-secret-of-16';
const told = { events: [received('c1', messageOf('m1', 'canary words', at(1)))] };
const eventful = eventfulProvider(createVendor());
const connectionOf = (webhook: EventsConfig['webhook'], more: object = {}) => ({
  id: 'mail',
  provider: 'eventful',
  credentials: {},
  webhook,
  ...more,
});

describe('the secret of a webhook', () => {
  test.each(['one', 'two'])('may be any of several: %s', async (which) => {
    const { tenants } = tenantsOf([eventful], {
      tenants: { acme: { connections: [connectionOf({ secrets: ['secret-number-one', 'secret-number-two'] })] } },
    });
    expect((await postTo(tenants, `/acme/mail/secret-number-${which}`, told)).status).toBe(200);
    expect((await postTo(tenants, '/acme/mail', told, { authorization: `Bearer secret-number-${which}` })).status).toBe(
      200,
    );
    expect((await postTo(tenants, '/acme/mail/secret-number-three', told)).status).toBe(401);
  });

  test('stands in the header that is configured, and in no other', async () => {
    const { tenants, store } = tenantsOf([eventful], {
      tenants: { acme: { connections: [connectionOf({ secrets: [secret], header: 'X-Canary-Key' })] } },
    });
    const post = async (headers: Record<string, string>) => {
      const answer = await postTo(tenants, '/acme/mail', told, headers);
      return [answer.status, ((await answer.json()) as { error?: string }).error];
    };
    expect(await post({ 'x-webhook-token': secret })).toEqual([401, 'the secret is missing']);
    expect(await post({ 'x-canary-key': other })).toEqual([401, 'the secret is wrong']);
    expect(await post({ 'x-canary-key': '' })).toEqual([401, 'the secret is missing']);
    expect(await logOf(store)).toEqual([]);
    expect(await post({ 'X-CANARY-KEY': ` ${secret} ` })).toEqual([200, undefined]);
  });

  test.each([
    ['a prefix of it', secret.slice(0, -1)],
    ['more than it', `${secret}x`],
    ['it in capitals', secret.toUpperCase()],
    ['nothing', ''],
    ['a name of Object', '__proto__'],
  ])('is not %s', async (_what, shown) => {
    const { post, store } = eventfulTenants();
    for (const headers of [
      { 'x-webhook-token': shown },
      { authorization: `Bearer ${shown}` },
      { authorization: `Basic ${btoa(`${secret}:${shown}`)}` },
      { authorization: `Basic ${btoa(secret)}` },
      { authorization: secret },
    ] as Record<string, string>[])
      expect((await post(told, { path: '/acme/mail', headers })).status).toBe(401);
    expect((await post(told, { path: `/acme/mail/${shown}` })).status).toBe(401);
    expect(await logOf(store)).toEqual([]);
  });

  test('is believed beside a wrong one, and password and colon of basic auth are told apart', () => {
    const headers = new Headers({ authorization: `basic ${btoa('user:pass:word')}`, 'x-webhook-token': 'b' });
    const presented = presentedSecrets(headers, 'a');
    expect(presented).toEqual(['a', 'b', 'pass:word']);
    expect(isAnyOf(presented, ['x', 'pass:word'])).toBe(true);
    expect(isAnyOf(presented, ['user'])).toBe(false);
    expect(isAnyOf([], ['']) || isAnyOf(presented, [])).toBe(false);
  });

  test('is looked at before the body is', async () => {
    const { tenants } = eventfulTenants();
    let pulled = 0;
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled++;
          controller.enqueue(new Uint8Array(1024));
          if (pulled > 10) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    expect((await tenants.webhooks(new Request(`https://you.example/acme/mail/${other}`, init))).status).toBe(401);
    expect(pulled).toBe(0);
  });

  test('without one there are no webhooks, and without a store neither', async () => {
    const silent = tenantsOf([eventful], { tenants: { acme: { connections: [connectionOf(undefined)] } } });
    expect((await postTo(silent.tenants, `/acme/mail/${secret}`, told)).status).toBe(404);
    expect((await postTo(silent.tenants, '/acme/mail/undefined', told)).status).toBe(404);
  });

  test.each([
    ['short', ['fifteen-letters'], 'must have at least 16'],
    ['of white space', ['canary words of a secret'], 'white space'],
    ['no URL', ['canary/canary/canary/canary'], 'cannot stand in a URL'],
    ['none', [], 'at least one secret'],
  ])('that is %s is refused without being quoted', async (_what, secrets, reason) => {
    const { tenants } = tenantsOf([eventful], { tenants: { acme: { connections: [connectionOf({ secrets })] } } });
    const error = await failure(tenants.inbox('acme'));
    expect(error).toMatchObject({ code: 'invalid-config', message: expect.stringContaining(reason) });
    expect(inspect(error)).not.toContain('canary');
  });
});

describe('a swap', () => {
  function swapping() {
    let now = Date.parse(at(0));
    let connections: unknown[] = [connectionOf({ secrets: [secret] })];
    const second = {
      ...eventfulProvider(createVendor()),
      id: 'second',
      name: 'Second',
      webhooks: { ...eventful.webhooks, read: () => ({ events: [] }) },
    };
    const opened = tenantsOf([eventful, second as never], () => ({ connections }), { defaults: { now: () => now } });
    return {
      ...opened,
      pass(milliseconds: number) {
        now += milliseconds;
      },
      swap(...next: unknown[]) {
        connections = next;
        opened.tenants.invalidate('acme');
      },
      status: async (shown: string, body: unknown = told) =>
        (await postTo(opened.tenants, `/acme/mail/${shown}`, body)).status,
    };
  }

  test('of the secret: both are believed for an hour, and the old one not after it', async () => {
    const { swap, status, pass } = swapping();
    expect([await status(secret), await status(other)]).toEqual([200, 401]);
    swap(connectionOf({ secrets: [other] }));
    expect([await status(secret), await status(other)]).toEqual([200, 200]);
    pass(3_599_000);
    expect(await status(secret)).toBe(200);
    pass(2000);
    expect([await status(secret), await status(other)]).toEqual([401, 200]);
  });

  test('of something else in the meantime does not shorten that, nor do credentials that are a function', async () => {
    const { swap, status } = swapping();
    await status(secret);
    for (let count = 0; count < 3; count++) {
      swap(connectionOf({ secrets: [other] }, { credentials: () => ({}), timeoutMs: 1000 + count }));
      expect([await status(other), await status(secret)]).toEqual([200, 200]);
    }
  });

  test('of the provider: what the old vendor was asked to send is read by its own provider', async () => {
    const { swap, status, store } = swapping();
    await status('warm-up-of-the-tenant');
    swap(connectionOf({ secrets: [other] }, { provider: 'second' }));
    expect([await status(secret), await status(other)]).toEqual([200, 200]);
    expect((await logOf(store)).map(({ provider, type }) => `${provider} ${type}`)).toEqual([
      'eventful message.received',
      'second vendor.other',
    ]);
  });

  test('to `confirm` counts for the old secret too, and taking webhooks away does not undo it', async () => {
    for (const [before, after] of [
      [{ secrets: [secret] }, { secrets: [other], confirm: true }],
      [{ secrets: [secret], confirm: true }, undefined],
    ] as const) {
      const { swap, status, store } = swapping();
      swap(connectionOf(before));
      await status('warm-up-of-the-tenant');
      swap(connectionOf(after));
      await status(secret);
      expect(JSON.stringify(await logOf(store))).not.toContain('canary');
    }
  });

  test('that takes a connection away leaves what is under way to it for that hour', async () => {
    const { swap, status, store, pass } = swapping();
    await status('warm-up-of-the-tenant');
    swap(connectionOf({ secrets: [other] }, { id: 'next' }));
    expect(await status(secret)).toBe(200);
    expect(await logOf(store)).toMatchObject([{ connectionId: 'mail', type: 'message.received' }]);
    pass(3_601_000);
    expect(await status(secret)).toBe(404);
  });
});

test('while the app cannot give the credentials, or the tenant, it is delivered again later', async () => {
  let away = true;
  const credentials = () => {
    if (away) throw new Error('canary: the vault is away');
    return {};
  };
  const { tenants, store } = tenantsOf([eventful], (tenantId: string) => {
    if (tenantId !== 'acme') throw new Error('canary: the database is away');
    return { connections: [connectionOf({ secrets: [secret] }, { credentials })] };
  });
  for (const [tenantId, status] of [
    ['acme', 503],
    ['globex', 429],
  ] as const) {
    const answer = await postTo(tenants, `/${tenantId}/mail/${secret}`, told);
    expect([answer.status, await answer.text()]).toEqual([status, '{"error":"try again later"}']);
  }
  expect(await logOf(store)).toEqual([]);
  away = false;
  expect((await postTo(tenants, `/acme/mail/${secret}`, told)).status).toBe(200);
  expect((await logOf(store)).map(({ type }) => type)).toEqual(['message.received']);
});

test('tenants and connections of any name are found by their encoded path, and kept apart', async () => {
  const names = ['a/b', 'ä ö', '日本', 'a%2Fb', 'a:b', '__proto__', 'constructor', 'hooks', '"', '💬', '%', '\\u0000'];
  const store = createMemoryStore();
  const connections = names.map((id) => connectionOf({ secrets: [secret] }, { id }));
  const { tenants } = tenantsOf([eventful], (id: string) => (names.includes(id) ? { connections } : undefined), {
    store,
  });
  for (const prefix of ['', '/hooks', '/x/y/z'])
    for (const tenantId of names)
      for (const id of names.slice(0, 6)) {
        const path = `${prefix}/${encodeURIComponent(tenantId)}/${encodeURIComponent(id)}/${secret}`;
        const body = { events: [received('c1', messageOf(`${tenantId} ${id}`, `${tenantId} ${id}`, at(1)))] };
        expect((await postTo(tenants, path, body)).status, path).toBe(200);
      }
  const log = await logOf(store);
  expect(log).toHaveLength(names.length * 6);
  for (const { tenantId, connectionId, data } of log) expect(data.message?.text).toBe(`${tenantId} ${connectionId}`);
  for (const tenantId of names) {
    const own = await store.events({ tenantId, limit: 100 });
    expect(own.every(({ event }) => event.tenantId === tenantId)).toBe(true);
    expect(own).toHaveLength(6);
  }
});

test('no answer and no diagnostics event says a secret or anything of a body, whatever happens', async () => {
  const seen: unknown[] = [];
  const listen = (event: unknown) => seen.push(event);
  subscribe('anyinbox:webhook', listen);
  onTestFinished(() => void unsubscribe('anyinbox:webhook', listen));
  const store = createMemoryStore();
  const canaries = `canary ${secret}`;
  const failing = { ...store, ingest: () => Promise.reject(new Error(canaries)) };
  const vendor = createVendor();
  vendor.fails = () => true;
  for (const { post } of [eventfulTenants(), eventfulTenants({ store: failing }), eventfulTenants({ vendor })])
    for (const body of [
      told,
      { ...told, hints: [{ conversationId: 'canary' }] },
      `canary ${secret}`,
      `{"canary":"${secret}"}`,
    ])
      for (const path of [`/acme/mail/${secret}`, '/acme/mail/canary-canary-canary', `/canary/mail/${secret}`]) {
        const answer = await post(body, { path, headers: { 'x-webhook-token': 'canary-token' } });
        const printed = inspect([await answer.text(), [...answer.headers]], { depth: 9 });
        expect(printed).not.toMatch(/canary|a-secret-of/);
      }
  expect(seen.length).toBeGreaterThan(30);
  expect(inspect(seen, { depth: 9, maxArrayLength: null })).not.toMatch(/canary|a-secret-of/);
});
