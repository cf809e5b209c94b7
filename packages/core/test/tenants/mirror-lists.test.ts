import { type ConversationQuery, createMemoryStore, type Store } from '@anyinbox/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logOf, postTo, tenantsOf } from '../support/event-tenants.ts';
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

const updated = (id: string, facts: object, minute = 1, more: object = {}) => ({
  type: 'conversation.updated',
  key: JSON.stringify([id, facts, minute]),
  conversationId: id,
  occurredAt: at(minute),
  conversation: { nativeId: id, ...facts },
  ...more,
});
const ids = (items: readonly { readonly nativeId: string }[]) => items.map(({ nativeId }) => nativeId);
const hidden = () => eventfulTenants({ shows: false });

describe('the list of what was heard', () => {
  const told = fc.record({
    status: fc.constantFrom('open', 'closed'),
    unreadCount: fc.constantFrom(undefined, 0, 2),
    channel: fc.record({ id: fc.constantFrom('web', 'mail'), kind: fc.constant('email') }),
    assignee: fc.constantFrom(undefined, null, { agent: { id: 'a1' } }, { group: { id: 'g1', name: 'Sales' } }),
    minute: fc.nat(5),
  });
  const query = fc.record(
    {
      status: fc.constantFrom('open', 'closed'),
      unread: fc.constant(true),
      channelId: fc.constantFrom('mail:web', 'mail:mail'),
      assignee: fc.constantFrom(null, { agentId: 'mail:a1' }, { groupId: 'mail:g1' }),
    },
    { requiredKeys: [] },
  );

  test('is by every filter, and page by page, what a look at each conversation says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(told, { maxLength: 12 }),
        query,
        fc.integer({ min: 1, max: 5 }),
        async (all, asked, limit) => {
          const { post, tenants } = hidden();
          const facts = all.map(({ minute, ...rest }, index) => ({ id: `c${index}`, ...rest, updatedAt: at(minute) }));
          if (facts.length > 0)
            await post({ events: facts.map(({ id, ...rest }) => updated(id, JSON.parse(JSON.stringify(rest)))) });
          const expected = facts
            .filter(
              ({ status, unreadCount, channel, assignee }) =>
                (asked.status === undefined || status === asked.status) &&
                (!asked.unread || (unreadCount ?? 0) > 0) &&
                (asked.channelId === undefined || `mail:${channel.id}` === asked.channelId) &&
                (asked.assignee === undefined ||
                  (asked.assignee === null
                    ? assignee === null
                    : 'agentId' in asked.assignee
                      ? assignee != null && 'agent' in assignee
                      : assignee != null && 'group' in assignee)),
            )
            .toSorted((left, right) =>
              left.updatedAt === right.updatedAt
                ? left.id < right.id
                  ? 1
                  : -1
                : left.updatedAt < right.updatedAt
                  ? 1
                  : -1,
            );
          const inbox = await tenants.inbox('acme');
          const shown: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await inbox.conversations.list({ ...(asked as ConversationQuery), limit, cursor });
            shown.push(...ids(page.items));
            cursor = page.nextCursor;
          } while (cursor !== undefined);
          expect(shown).toEqual(ids(expected.map(({ id }) => ({ nativeId: id }))));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('goes on behind a cursor while newer ones come in', async () => {
    const { post, tenants } = hidden();
    for (let minute = 1; minute <= 6; minute++)
      await post({ events: [updated(`c${minute}`, { updatedAt: at(minute) })] });
    const inbox = await tenants.inbox('acme');
    const first = await inbox.conversations.list({ limit: 2 });
    await post({ events: [updated('c1', { updatedAt: at(9) }, 9), updated('c7', { updatedAt: at(8) })] });
    const rest = await inbox.conversations.list({ limit: 2, cursor: first.nextCursor }).toArray({ limit: 99 });
    expect([...ids(first.items), ...ids(rest)]).toEqual(['c6', 'c5', 'c4', 'c3', 'c2']);
  });

  test('refuses a cursor that is none, and one of another query', async () => {
    const { post, tenants } = hidden();
    for (const id of ['c1', 'c2']) await post({ events: [updated(id, { updatedAt: at(1), status: 'open' })] });
    const inbox = await tenants.inbox('acme');
    const { nextCursor } = await inbox.conversations.list({ limit: 1 });
    expect(await failure(inbox.conversations.list({ limit: 1, cursor: nextCursor, status: 'open' }))).toMatchObject({
      code: 'invalid-request',
    });
    expect(await failure(inbox.conversations.list({ cursor: 'x' }))).toMatchObject({ code: 'invalid-request' });
  });

  test('is merged with the live list of another connection, newest first', async () => {
    const [quiet, shown] = [createVendor(), createVendor()];
    const live = { ...eventfulProvider(shown), id: 'live' };
    const webhook = { secrets: [secret] };
    const connections = [
      { id: 'mail', provider: 'eventful', credentials: {}, webhook },
      { id: 'live', provider: 'live', credentials: {} },
    ];
    const { tenants } = tenantsOf([eventfulProvider(quiet, { shows: false }), live as never], {
      tenants: { acme: { connections } },
    });
    for (const minute of [1, 3, 5]) {
      shown.conversations.set(`l${minute + 1}`, conversationOf(`l${minute + 1}`, minute + 1));
      await postTo(tenants, `/acme/mail/${secret}`, { events: [updated(`m${minute}`, { updatedAt: at(minute) })] });
    }
    const inbox = await tenants.inbox('acme');
    const page = await inbox.conversations.list({ limit: 4 });
    expect(page.items.map(({ id, provenance }) => `${id} ${provenance.source}`)).toEqual([
      'live:l6 live',
      'mail:m5 mirror',
      'live:l4 live',
      'mail:m3 mirror',
    ]);
    expect(page.incomplete).toBe('mail: the mirror shows what was heard since it is kept');
    const rest = await inbox.conversations.list({ limit: 4, cursor: page.nextCursor });
    expect(ids(rest.items)).toEqual(['l2', 'm1']);
    expect(inbox.capabilities['conversations.list'].connections).toEqual(['mail', 'live']);
    expect(quiet.calls).toEqual([]);
  });

  test('says when each was heard, and whether it was seen to begin', async () => {
    const { post, tenants } = hidden();
    const before = new Date().toISOString();
    await post({
      events: [updated('whole', { createdAt: at(0), updatedAt: at(1) }), updated('part', { subject: 'x' })],
    });
    const inbox = await tenants.inbox('acme');
    const whole = await inbox.conversations.get('mail:whole');
    expect(whole.provenance).toMatchObject({ source: 'mirror', complete: true });
    expect(whole.provenance.asOf >= before).toBe(true);
    const part = await inbox.conversations.get('mail:part');
    expect(part).toMatchObject({ status: 'unknown', channel: { kind: 'unknown' }, contact: {}, subject: 'x' });
    expect(part.provenance.complete).toBe(false);
    expect(await failure(inbox.conversations.get('mail:none'))).toMatchObject({ code: 'not-found' });
  });
});

describe('what else was heard', () => {
  test('histories show edits and deletions, and nothing of a message of which only a change is known', async () => {
    const { post, tenants } = hidden();
    const change = (type: string, id: string, minute: number, message: object) => ({
      type,
      key: `${type} ${id}`,
      conversationId: 'c1',
      occurredAt: at(minute),
      message: { nativeId: id, ...message },
    });
    await post({
      events: [
        change('message.updated', 'm1', 5, { text: 'Edited', html: null, editedAt: at(5) }),
        received('c1', { ...messageOf('m1', 'First', at(1)), html: '<i>First</i>' }),
        received('c1', messageOf('m2', 'Second', at(2))),
        change('message.deleted', 'm2', 3, { text: '', deletedAt: at(3) }),
        change('message.updated', 'unheard', 3, { delivery: { state: 'read' } }),
      ],
    });
    const inbox = await tenants.inbox('acme');
    const shown = (await inbox.messages.list('mail:c1')).items;
    expect(shown).toMatchObject([
      { nativeId: 'm2', text: '', deletedAt: at(3) },
      { nativeId: 'm1', text: 'Edited', editedAt: at(5) },
    ]);
    expect(shown[1]).not.toHaveProperty('html');
    expect(await inbox.messages.get('mail:m1')).toMatchObject({ conversationId: 'mail:c1', text: 'Edited' });
    expect(await failure(inbox.messages.get('mail:unheard'))).toMatchObject({ code: 'not-found' });
  });

  test('channels and agents are those that events named', async () => {
    const { post, tenants } = hidden();
    const agents = [
      { id: 'a1', name: 'Lee' },
      { id: 'a2', name: 'Kim' },
    ];
    const channel = { nativeId: 'web', kind: 'website', nativeKind: 'widget', name: 'Shop' };
    await post({
      events: [
        updated('c1', { channel: { id: 'mail', kind: 'email' }, assignee: { agent: { id: 'a1' } } }, 1, {
          agents,
          channel,
        }),
      ],
    });
    const inbox = await tenants.inbox('acme');
    expect((await inbox.channels.list()).items.map(({ id, kind, name }) => [id, kind, name]).toSorted()).toEqual([
      ['mail:mail', 'email', ''],
      ['mail:web', 'website', 'Shop'],
    ]);
    expect(await inbox.channels.get('mail:web')).toMatchObject({ name: 'Shop', provenance: { source: 'mirror' } });
    expect((await inbox.agents.list()).items.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: 'mail:a1', name: 'Lee' },
      { id: 'mail:a2', name: 'Kim' },
    ]);
    expect((await inbox.conversations.get('mail:c1')).assignee).toEqual({ agent: { id: 'mail:a1' } });
  });

  test('of a connection that was removed histories, channels and single things are still there, and nobody else sees them', async () => {
    const store = createMemoryStore();
    const webhook = { secrets: [secret] };
    let connections = [{ id: 'a:b', provider: 'eventful', credentials: {}, webhook }];
    const provider = eventfulProvider(createVendor(), { shows: false });
    const { tenants } = tenantsOf([provider], () => ({ connections }), { store });
    await postTo(tenants, `/acme/a%3Ab/${secret}`, { events: [received('c1', messageOf('m1', 'Hello', at(1)))] });
    const inbox = await tenants.inbox('acme');
    const [{ id } = { id: '' }] = (await inbox.conversations.list()).items;
    connections = [{ id: 'next', provider: 'eventful', credentials: {}, webhook }];
    tenants.invalidate('acme');
    expect((await inbox.conversations.get(id)).contact).toEqual({ id: 'a%3Ab:contact-c1', name: 'Kim' });
    expect((await inbox.messages.get('a%3Ab:m1')).text).toBe('Hello');
    expect((await inbox.channels.get('a%3Ab:ch')).kind).toBe('email');
    expect((await inbox.conversations.list()).items).toEqual([]);
    for (const write of [inbox.conversations.close(id), inbox.messages.send(id, { text: 'x' })])
      expect(await failure(write)).toMatchObject({ code: 'unknown-connection', outcome: 'not-sent' });
    const other = await tenants.inbox('globex');
    expect(await failure(other.conversations.get(id))).toMatchObject({ code: 'unknown-connection' });
  });
});

describe('what the app does itself', () => {
  test('is in the log and in the mirror at once', async () => {
    const { post, tenants, store } = hidden();
    await post({ events: [received('c1', messageOf('m1', 'Hello', at(1)))] });
    const inbox = await tenants.inbox('acme');
    const sent = await inbox.messages.send('mail:c1', { text: 'On it' });
    expect(await inbox.conversations.get('mail:c1')).toMatchObject({
      lastMessage: { text: 'On it' },
      updatedAt: sent.createdAt,
    });
    await inbox.conversations.close('mail:c1');
    expect(ids((await inbox.conversations.list({ status: 'closed' })).items)).toEqual(['c1']);
    expect((await logOf(store)).map(({ type, via }) => `${type} ${via}`)).toEqual([
      'message.received webhook',
      'message.sent send',
      'conversation.closed send',
    ]);
    expect((await logOf(store))[1]?.data.message).not.toHaveProperty('raw');
  });

  test('that failed at the vendor is no event', async () => {
    const { tenants, store, vendor } = hidden();
    vendor.fails = () => true;
    const inbox = await tenants.inbox('acme');
    expect((await failure(inbox.messages.send('mail:c1', { text: 'x' }))).code).toBe('internal');
    expect((await failure(inbox.conversations.close('mail:c1'))).code).toBe('internal');
    expect(await logOf(store)).toEqual([]);
  });

  test('a store that fails says so to who reads, in an error that quotes nothing', async () => {
    const away = () => Promise.reject(new Error('canary of a query'));
    const store: Store = { ...createMemoryStore(), list: away, get: away, events: away, ingest: away };
    const { tenants } = eventfulTenants({ shows: false, store });
    const inbox = await tenants.inbox('acme');
    for (const asked of [
      inbox.conversations.list(),
      inbox.conversations.get('mail:c1'),
      inbox.conversations.get('removed:c1'),
      inbox.events()[Symbol.asyncIterator]().next(),
      tenants.erase('acme', { contactId: 'mail:kim' }),
    ]) {
      const error = await failure(asked);
      expect(error.code).toBe('internal');
      expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('canary');
    }
  });
});
