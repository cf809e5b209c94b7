import { createMemoryStore, type InboxEvent, type Store } from '@anyinbox/core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { logOf, postTo, tenantsOf, until, workFor } from '../support/event-tenants.ts';
import {
  at,
  conversationOf,
  createVendor,
  eventfulProvider,
  eventfulTenants,
  messageOf,
  received,
  secret,
} from '../support/eventful-vendor.ts';
import { json, serve } from '../support/server.ts';

/** A webhook that asks for one round of polling, and is answered behind it. */
const round = { hints: [{ conversations: 'newest' }] };
const texts = (events: readonly InboxEvent[]) => events.flatMap(({ data }) => data.message?.text ?? []);
const heads = (events: readonly InboxEvent[]) =>
  events.filter(({ type }) => type === 'conversation.started').map(({ data }) => data.conversation?.nativeId);

test('the first round tells the newest page, and no more of a history than its newest page', async () => {
  const { post, store, vendor } = eventfulTenants();
  for (let index = 0; index < 9; index++) vendor.conversations.set(`c${index}`, conversationOf(`c${index}`, index));
  vendor.messages.set(
    'c8',
    Array.from({ length: 7 }, (_, n) => messageOf(`m${n}`, `${n}`, at(n))),
  );
  await post(round);
  expect(heads(await logOf(store))).toEqual(['c6', 'c7', 'c8']);
  expect(texts(await logOf(store))).toEqual(['4', '5', '6']);
});

test('a conversation dated years ahead does not end polling', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('ahead', conversationOf('ahead', 1, { updatedAt: '2099-01-01T00:00:00.000Z' }));
  await post(round);
  for (let minute = 2; minute < 5; minute++) {
    vendor.conversations.set(`c${minute}`, conversationOf(`c${minute}`, minute));
    await post(round);
  }
  expect(heads(await logOf(store))).toEqual(['ahead', 'c2', 'c3', 'c4']);
  vendor.calls.length = 0;
  await post(round);
  expect(vendor.calls).toEqual(['list']);
});

test('of conversations at the very time of the mark each is told once, and again when it changed', async () => {
  const { post, store, vendor } = eventfulTenants();
  const ids = ['c1', 'c2', 'toString', '__proto__'];
  vendor.conversations.set('old', conversationOf('old', 0));
  for (const id of ids) vendor.conversations.set(id, conversationOf(id, 9));
  for (let count = 0; count < 3; count++) await post(round);
  expect(heads(await logOf(store)).toSorted()).toEqual(ids.toSorted());
  vendor.conversations.set('c2', conversationOf('c2', 9, { subject: 'Changed in the same moment' }));
  vendor.conversations.set('c3', conversationOf('c3', 9));
  await post(round);
  const log = await logOf(store);
  expect(log.filter(({ type }) => type === 'conversation.updated')).toHaveLength(1);
  expect(heads(log)).toContain('c3');
});

test('what the vendor shows late, though it is older than what was told, is told when it can be seen', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('c2', conversationOf('c2', 10));
  await post(round);
  vendor.conversations.set('c1', conversationOf('c1', 9));
  vendor.messages.set('c1', [messageOf('m1', 'Late', at(9))]);
  vendor.conversations.set('old', conversationOf('old', 1));
  await post(round);
  expect(texts(await logOf(store))).toEqual(['Late']);
  expect(heads(await logOf(store)).toSorted()).toEqual(['c1', 'c2']);
  vendor.calls.length = 0;
  await post(round);
  expect(vendor.calls).toEqual(['list']);
});

test('what changes without moving in time is told as long as it stands on the first page', async () => {
  const { post, store, vendor } = eventfulTenants();
  for (const [id, minute] of [
    ['c1', 1],
    ['c2', 20],
  ] as const)
    vendor.conversations.set(id, conversationOf(id, minute));
  await post(round);
  vendor.conversations.set('c1', conversationOf('c1', 1, { status: 'closed' }));
  await post(round);
  expect((await logOf(store)).filter(({ type }) => type === 'conversation.closed')).toMatchObject([
    { conversationId: 'mail:c1' },
  ]);
});

test('a round in which nothing happened is one request, however many were told and whatever their ids', async () => {
  const { post, vendor } = eventfulTenants();
  for (let id = 300; id > 0; id--) {
    vendor.conversations.set(`${id}`, conversationOf(`${id}`, 1000 - id / 1000));
    if (id % 3 === 0) await post(round);
  }
  await post(round);
  vendor.calls.length = 0;
  await post(round);
  expect(vendor.calls).toEqual(['list']);
});

test('a round that breaks off in the middle loses no message of those that it did not come to', async () => {
  const inner = createMemoryStore();
  let breaks = false;
  let writes = 0;
  const store: Store = {
    ...inner,
    ingest: (delivery) => (breaks && ++writes > 2 ? Promise.reject(new Error('gone')) : inner.ingest(delivery)),
  };
  const { post, vendor } = eventfulTenants({ store });
  vendor.conversations.set('old', conversationOf('old', 1));
  await post(round);
  // The long one began before the others, and is the last that a round comes to.
  for (const id of ['c1', 'c2', 'c3']) vendor.conversations.set(id, conversationOf(id, 30));
  vendor.conversations.set('long', conversationOf('long', 60));
  vendor.messages.set(
    'long',
    Array.from({ length: 20 }, (_, n) => messageOf(`m${n}`, `${n}`, at(2 + 3 * n))),
  );
  breaks = true;
  expect((await post(round)).status).toBe(503);
  breaks = false;
  expect((await post({ hints: [{ conversationId: 'c3' }] })).status).toBe(200);
  await post(round);
  expect(texts(await logOf(store)).toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => `${n}`).toSorted());
});

test('a conversation that can never be read costs a try a round, holds up no other, and is whole when it can be read', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('old', conversationOf('old', 1));
  await post(round);
  vendor.conversations.set('broken', conversationOf('broken', 10));
  vendor.messages.set(
    'broken',
    Array.from({ length: 8 }, (_, n) => messageOf(`b${n}`, `b${n}`, at(2 + n))),
  );
  vendor.fails = (call) => call === 'messages broken';
  for (let minute = 11; minute < 30; minute++) {
    vendor.conversations.set(`c${minute}`, conversationOf(`c${minute}`, minute));
    expect((await post(round)).status).toBe(200);
  }
  expect(heads(await logOf(store))).toHaveLength(20);
  vendor.calls.length = 0;
  await post(round);
  expect(vendor.calls).toEqual(['list', 'get broken', 'messages broken']);
  vendor.fails = undefined;
  await post(round);
  expect(texts(await logOf(store))).toEqual(Array.from({ length: 8 }, (_, n) => `b${n}`));
  vendor.calls.length = 0;
  await post(round);
  expect(vendor.calls).toEqual(['list']);
});

test('while no history can be read polling waits, and then goes on without a loss', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('old', conversationOf('old', 1));
  await post(round);
  const ids = Array.from({ length: 12 }, (_, index) => `c${index}`);
  for (const [index, id] of ids.entries()) {
    vendor.conversations.set(id, conversationOf(id, 10 + index));
    vendor.messages.set(id, [messageOf(`m-${id}`, id, at(10 + index))]);
  }
  vendor.fails = (call) => call.startsWith('messages');
  vendor.calls.length = 0;
  expect((await post(round)).status).toBe(503);
  expect(vendor.calls.filter((call) => call.startsWith('messages'))).toHaveLength(4);
  vendor.fails = undefined;
  for (let count = 0; count < 3; count++) expect((await post(round)).status).toBe(200);
  expect(texts(await logOf(store)).toSorted()).toEqual(ids.toSorted());
});

test('a mark that another version wrote is passed over, and nothing is told twice', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('c1', conversationOf('c1', 1));
  vendor.messages.set('c1', [messageOf('m1', 'Hello', at(1))]);
  await post(round);
  for (const poll of ['{"at":7}', 'not JSON', '{"v":9,"at":"2026","seen":{}}']) {
    await store.ingest({ scope: { tenantId: 'acme', connectionId: 'mail' }, entries: [], marks: { poll } });
    expect(await (await post(round)).json()).toEqual({ accepted: 0 });
  }
  expect(await logOf(store)).toHaveLength(2);
});

test('a message that a webhook tells during a round is one event', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('c1', conversationOf('c1', 1));
  const message = messageOf('m1', 'Hello', at(1));
  vendor.messages.set('c1', [message]);
  await Promise.all([post(round), post({ events: [received('c1', message)] }), post(round), post(round)]);
  expect(texts(await logOf(store))).toEqual(['Hello']);
  expect(vendor.calls.filter((call) => call === 'list').length).toBeLessThanOrEqual(2);
});

test('polling leaves the part of the request limit that is not its own to others', async () => {
  const { url } = await serve((_request, response) => json(response, {}));
  const vendor = createVendor();
  const plain = eventfulProvider(vendor);
  const requesting = {
    ...plain,
    transport: {
      baseUrl: () => url,
      headers: () => ({}),
      limits: { budget: { requests: 20, perMs: 60_000, sendReserve: 2 } },
    },
    polling: { minIntervalMs: 2, maxIntervalMs: 2, budgetShare: 0.5 },
    connect(context: Parameters<typeof plain.connect>[0]) {
      const connected = plain.connect(context);
      const { conversations } = connected.handlers;
      const list: NonNullable<typeof conversations>['list'] = async (query, page, call) => {
        await call.request({ method: 'GET', path: '/list', effect: 'read', response: z.unknown() });
        return (conversations as NonNullable<typeof conversations>).list(query, page, call);
      };
      return { ...connected, handlers: { ...connected.handlers, conversations: { ...conversations, list } as never } };
    },
  };
  const connections = [{ id: 'mail', provider: 'eventful', credentials: {}, webhook: { secrets: [secret] } }];
  const { tenants } = tenantsOf([requesting], { tenants: { acme: { connections } } });
  const end = workFor(tenants);
  await until(() => vendor.calls.length >= 10);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await end();
  expect(vendor.calls).toHaveLength(10);
  const inbox = await tenants.inbox('acme');
  expect(inbox.budget()?.remaining).toBe(10);
  expect((await inbox.conversations.list()).items).toEqual([]);
  expect((await postTo(tenants, `/acme/mail/${secret}`, round)).status).toBe(200);
});

test('a connection that is not to be polled is not', async () => {
  const { tenants, vendor } = eventfulTenants({ config: { polling: false } });
  const end = workFor(tenants);
  await new Promise((resolve) => setTimeout(resolve, 60));
  await end();
  expect(vendor.calls).toEqual([]);
});
