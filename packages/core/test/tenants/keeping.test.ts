import { type AnyProvider, createMemoryStore, type StreamedEvent } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
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
import { failure } from '../support/failure.ts';

const scope = { tenantId: 'acme', connectionId: 'mail' };
const hour = 3_600_000;

describe('with `keepFor`', () => {
  test('what was heard goes when its time is over, what is younger stays, and nothing that old comes back', async () => {
    let now = Date.parse(at(0));
    const connection = {
      id: 'mail',
      provider: 'eventful',
      credentials: {},
      webhook: { secrets: [secret] },
      keepFor: hour,
    };
    const store = createMemoryStore();
    const { tenants } = tenantsOf(
      [eventfulProvider(createVendor(), { shows: false })],
      { tenants: { acme: { connections: [connection] } } },
      { store, defaults: { now: () => now } },
    );
    const post = (id: string, minute: number) =>
      postTo(tenants, `/acme/mail/${secret}`, { events: [received(id, messageOf(`m-${id}`, id, at(minute)))] });
    await post('old', 0);
    now = Date.parse(at(50));
    await post('young', 50);
    expect(await (await post('too old', -30)).json()).toEqual({ accepted: 0 });
    now = Date.parse(at(70));
    const end = workFor(tenants);
    await until(async () => (await logOf(store)).length === 1);
    await end();
    expect((await logOf(store)).map(({ conversationId }) => conversationId)).toEqual(['mail:young']);
    const inbox = await tenants.inbox('acme');
    expect((await inbox.conversations.list()).items.map(({ nativeId }) => nativeId)).toEqual(['young']);
    expect(await failure(inbox.messages.get('mail:m-old'))).toMatchObject({ code: 'not-found' });
    expect(await (await post('old', 0)).json()).toEqual({ accepted: 0 });
  });

  test('that the store cannot remove holds up no polling', async () => {
    const store = { ...createMemoryStore(), expire: () => Promise.reject(new Error('away')) };
    const { tenants, vendor } = eventfulTenants({ store, config: { keepFor: hour } });
    workFor(tenants, () => ['acme']);
    await until(() => vendor.calls.length > 5, 1500);
  });

  test('that is not given removes nothing', async () => {
    const { tenants, post, store, vendor } = eventfulTenants();
    await post({ events: [received('c1', messageOf('m1', 'Hello', '2001-01-01T00:00:00.000Z'))] });
    const end = workFor(tenants, () => ['acme']);
    await until(() => vendor.calls.length > 2);
    await end();
    expect(await logOf(store)).toHaveLength(1);
  });
});

describe('erasing a person', () => {
  async function told(shows = false) {
    const kept = eventfulTenants({ shows });
    const ofKim = (id: string) => {
      const event = received(id, messageOf(`m-${id}`, `canary of ${id}`, at(1)));
      return {
        ...event,
        conversation: { ...event.conversation, nativeId: id, contact: { id: 'kim', name: 'canary Kim' } },
      };
    };
    const later = {
      type: 'contact.updated',
      key: 'renamed',
      occurredAt: at(2),
      contact: { id: 'kim', name: 'canary Kim Smith' },
    };
    const other = received('of lee', messageOf('m-lee', 'Lee writes', at(1)));
    const bodies = [{ events: [ofKim('c1'), ofKim('c2')] }, { events: [later] }, { events: [other] }];
    for (const body of bodies) await kept.post(body);
    return { ...kept, bodies };
  }

  test('leaves nothing of them in the log, in lists or behind an id, and everything of others', async () => {
    const { tenants, store } = await told();
    const erased = await tenants.erase('acme', { contactId: 'mail:kim' });
    expect(erased).toMatchObject({ conversations: 2, records: 4, events: 3 });
    expect(erased.remains.length).toBeGreaterThan(0);
    const everything = [
      await logOf(store),
      await store.list(scope, { kind: 'conversation', limit: 99 }),
      await store.list(scope, { kind: 'message', parent: 'c1', limit: 99 }),
      await store.get(scope, 'message', ['m-c1', 'm-c2']),
    ];
    expect(JSON.stringify(everything)).not.toContain('canary');
    const inbox = await tenants.inbox('acme');
    expect((await inbox.conversations.list()).items.map(({ nativeId }) => nativeId)).toEqual(['of lee']);
    const read: StreamedEvent[] = [];
    for await (const event of inbox.events({ signal: AbortSignal.timeout(30) })) read.push(event);
    expect(read.map(({ conversationId }) => conversationId)).toEqual(['mail:of lee']);
  });

  test('is not undone by anything that is delivered again, and a follower goes on', async () => {
    const { tenants, store, post, bodies } = await told();
    const inbox = await tenants.inbox('acme');
    let cursor: string | undefined;
    for await (const event of inbox.events()) {
      cursor = event.cursor;
      break;
    }
    await tenants.erase('acme', { contactId: 'mail:kim' });
    for (const body of bodies) expect(await (await post(body)).json()).toEqual({ accepted: 0 });
    expect(JSON.stringify(await logOf(store))).not.toContain('canary');
    expect(await tenants.erase('acme', { contactId: 'mail:kim' })).toMatchObject({ records: 0, events: 0 });
    for await (const event of inbox.events({ after: cursor })) {
      expect(event.conversationId).toBe('mail:of lee');
      break;
    }
    const now = new Date(Date.now() + 1000).toISOString();
    const again = { events: [received('c1', messageOf('new', 'Kim writes again', now))] };
    expect(await (await post(again)).json()).toEqual({ accepted: 1 });
    expect((await inbox.messages.list('mail:c1')).items.map(({ text }) => text)).toEqual(['Kim writes again']);
  });

  test('reaches no other tenant or connection, and refuses what names nobody', async () => {
    const { tenants, store, post } = await told();
    const body = { events: [received('c1', messageOf('m1', 'of globex', at(1)))] };
    await post(body, { path: `/globex/mail/${secret}` });
    await tenants.erase('acme', { contactId: 'mail:contact-c1' });
    await tenants.erase('acme', { contactId: 'other:kim' });
    expect(await logOf(store)).toHaveLength(5);
    for (const contactId of ['kim', '', 7, undefined])
      expect(await failure(tenants.erase('acme', { contactId: contactId as string }))).toMatchObject({
        code: 'invalid-request',
      });
  });

  test('is not undone by what is heard late, or looked up, or read back from the past', async () => {
    const { tenants, store, post, vendor } = await told(true);
    const { updatedAt: _, ...timeless } = conversationOf('c1', 3, { contact: { id: 'kim', name: 'canary Kim' } });
    vendor.conversations.set('c1', timeless);
    vendor.messages.set('c1', [messageOf('m-unheard', 'canary of before', at(3))]);
    await tenants.erase('acme', { contactId: 'mail:kim' });
    const late = { events: [received('c1', messageOf('m-late', 'canary, late', at(4)))] };
    expect(await (await post(late)).json()).toEqual({ accepted: 0 });
    const hint = { hints: [{ conversationId: 'c1' }] };
    expect(await (await post(hint)).json()).toEqual({ accepted: 0 });
    const inbox = await tenants.inbox('acme');
    for await (const { events } of inbox.backfill({ restart: true })) expect(events).toBe(0);
    expect(JSON.stringify(await logOf(store))).not.toContain('canary');
    expect((await store.list(scope, { kind: 'conversation', limit: 9 })).map(({ id }) => id)).toEqual(['of lee']);
  });

  test('finds what the log says of a person of whose conversations no record is left', async () => {
    const { tenants, store } = await told();
    await store.expire(scope, at(2), 99);
    expect(await store.list(scope, { kind: 'conversation', limit: 9 })).toEqual([]);
    expect(JSON.stringify(await logOf(store))).toContain('canary');
    await tenants.erase('acme', { contactId: 'mail:kim' });
    expect(JSON.stringify(await logOf(store))).not.toContain('canary');
  });
});

describe('a customer who leaves', () => {
  const connection = { id: 'mail', provider: 'eventful', credentials: {}, webhook: { secrets: [secret] } };
  const told = { events: [received('c1', messageOf('m1', 'canary', at(1)))] };

  test('is forgotten, and a person of theirs erased, when the configuration is gone', async () => {
    let config: object | undefined = { connections: [connection] };
    const { tenants, store } = tenantsOf([eventfulProvider(createVendor())], () => config);
    for (const tenant of ['acme', 'globex', 'initech']) await postTo(tenants, `/${tenant}/mail/${secret}`, told);
    config = undefined;
    for (const tenant of ['acme', 'globex', 'initech']) tenants.invalidate(tenant);
    expect(await tenants.erase('acme', { contactId: 'mail:contact-c1' })).toMatchObject({
      conversations: 1,
      events: 1,
    });
    expect(await tenants.forget('globex')).toMatchObject({ events: 1 });
    expect((await logOf(store)).map(({ tenantId }) => tenantId)).toEqual(['initech']);
    expect(await tenants.forget('initech', { connectionId: 'other' })).toEqual({ records: 0, events: 0 });
    expect(await tenants.forget('initech', { connectionId: 'mail' })).toMatchObject({ events: 1 });
    expect(await logOf(store)).toEqual([]);
  });

  test('must be named', async () => {
    const { tenants } = eventfulTenants();
    for (const tenantId of ['', 7, undefined])
      expect(await failure(tenants.forget(tenantId as string))).toMatchObject({ code: 'invalid-request' });
    expect(await failure(tenants.forget('acme', { connectionId: '' }))).toMatchObject({ code: 'invalid-request' });
  });
});

describe('what says no time of its own', () => {
  test('is as old as when it was heard, and goes with `keepFor` like the rest', async () => {
    const { post, store } = eventfulTenants();
    const message = { nativeId: 'm1', direction: 'inbound', text: 'canary' } as const;
    const conversation = { nativeId: 'c1', contact: { id: 'kim' } };
    await post({ events: [{ type: 'message.received', key: 'm1', conversationId: 'c1', message, conversation }] });
    expect(await store.expire(scope, new Date(Date.now() - hour).toISOString(), 99)).toMatchObject({ records: 0 });
    expect(await store.expire(scope, new Date(Date.now() + hour).toISOString(), 99)).toMatchObject({ records: 2 });
  });
});

describe('the past', () => {
  function filled(count: number, from = 0) {
    const kept = eventfulTenants();
    for (let index = from; index < from + count; index++) {
      kept.vendor.conversations.set(`c${index}`, conversationOf(`c${index}`, index));
      kept.vendor.messages.set(`c${index}`, [messageOf(`m${index}`, `${index}`, at(index))]);
    }
    return kept;
  }
  const run = async (tenants: ReturnType<typeof filled>['tenants'], options: object = {}) => {
    const progress = [];
    for await (const one of (await tenants.inbox('acme')).backfill(options)) progress.push(one);
    return progress;
  };

  test('that was read costs nothing a second time, and can be read again without being told twice', async () => {
    const { tenants, vendor, store } = filled(5);
    expect((await run(tenants)).at(-1)).toMatchObject({ conversations: 5, events: 10, done: true });
    vendor.calls.length = 0;
    expect(await run(tenants)).toEqual([{ connectionId: 'mail', conversations: 0, events: 0, done: true }]);
    expect(vendor.calls).toEqual([]);
    expect((await run(tenants, { restart: true })).at(-1)).toMatchObject({ conversations: 5, events: 0, done: true });
    expect(await logOf(store)).toHaveLength(10);
  });

  test('goes on after a failure with the page that was not finished', async () => {
    const { tenants, vendor, store } = filled(45);
    vendor.fails = (call) => call === 'messages c10';
    expect(await failure(run(tenants))).toMatchObject({ code: 'internal', connectionId: 'mail', tenantId: 'acme' });
    vendor.fails = undefined;
    vendor.calls.length = 0;
    expect((await run(tenants)).at(-1)).toMatchObject({ done: true });
    expect(vendor.calls).not.toContain('messages c44');
    expect((await logOf(store)).filter(({ type }) => type === 'message.received')).toHaveLength(45);
  });

  test('of one connection that fails holds up no other', async () => {
    const vendors = [createVendor(), createVendor()] as const;
    for (const [index, vendor] of vendors.entries()) vendor.conversations.set('c1', conversationOf('c1', index));
    vendors[0].fails = () => true;
    const second: AnyProvider = { ...eventfulProvider(vendors[1]), id: 'second' } as never;
    const connections = ['eventful', 'second'].map((provider) => ({ id: provider, provider, credentials: {} }));
    const { tenants, store } = tenantsOf([eventfulProvider(vendors[0]), second], {
      tenants: { acme: { connections } },
    });
    expect(await failure(run(tenants))).toMatchObject({ connectionId: 'eventful' });
    expect((await logOf(store)).map(({ connectionId }) => connectionId)).toEqual(['second']);
  });

  test('begins anew where the place that was kept is none any more', async () => {
    const { tenants, store } = filled(3);
    await store.ingest({ scope, entries: [], marks: { backfill: 'a cursor of another version' } });
    expect((await run(tenants)).at(-1)).toMatchObject({ conversations: 3, done: true });
  });

  test('ends with `aborted` when its signal fires, and is passed over for vendors that show none', async () => {
    const { tenants } = filled(3);
    expect(await failure(run(tenants, { signal: AbortSignal.abort() }))).toMatchObject({ code: 'aborted' });
    expect(await run(eventfulTenants({ shows: false }).tenants)).toEqual([]);
  });
});
