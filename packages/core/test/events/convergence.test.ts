import { changesOf, createMemoryStore, type InboxEvent, type MirrorRecord, type Store } from '@anyinbox/core';
import type { NativeEvent } from '@anyinbox/core/provider';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Facts, mergeFacts } from '../../src/events/merge-facts.ts';
import { logOf, postTo, tenantsOf } from '../support/event-tenants.ts';
import { at, createVendor, eventfulProvider, secret } from '../support/eventful-vendor.ts';

const scope = { tenantId: 'acme', connectionId: 'mail' };
const minute = fc.nat(4);
const word = fc.constantFrom('a', 'b', 'ß', '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const time = minute.map(at);

const facts = fc.record({
  status: maybe(fc.constantFrom('open', 'pending', 'closed')),
  subject: maybe(fc.option(word)),
  unreadCount: maybe(fc.nat(2)),
  createdAt: maybe(time),
  updatedAt: maybe(time),
  assignee: maybe(fc.constantFrom(null, { agent: { id: 'x' } }, { group: { id: 'g', name: 'Sales' } })),
  contact: maybe(fc.record({ id: maybe(word), name: maybe(fc.option(word)), email: maybe(word) })),
  channel: maybe(fc.record({ id: maybe(fc.constantFrom('web', 'mail')), kind: fc.constantFrom('email', 'website') })),
  lastMessage: maybe(fc.option(fc.record({ text: word, createdAt: maybe(time) }))),
});

describe('laying facts over each other', () => {
  const telling = fc.record({ told: facts, when: time });
  type Telling = { told: object; when: string };
  const lay = (known: Facts, tellings: readonly Telling[]) =>
    tellings.reduce((all, { told, when }) => mergeFacts(all, told as Record<string, unknown>, when, at(99)), known);
  const nothing: Facts = { value: {}, stamps: {} };

  test('comes to the same in any order and any number, and twice is once', () => {
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 16 }), (tellings, picks) => {
        const whole = lay(nothing, tellings);
        const repeated = picks.flatMap((pick) => tellings[pick % Math.max(1, tellings.length)] ?? []);
        expect(lay(nothing, [...repeated, ...tellings.toReversed()])).toEqual(whole);
        expect(lay(whole, tellings)).toEqual(whole);
        expect(lay(whole, repeated)).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves what was known as it was', () => {
    const known = lay(nothing, [{ told: { contact: { name: 'Kim' }, status: 'open' }, when: at(1) }]);
    const before = structuredClone(known);
    lay(known, [{ told: { contact: { name: 'Lee' }, status: 'closed' }, when: at(2) }]);
    expect(known).toEqual(before);
  });
});

const conversationId = fc.constantFrom('c1', 'c2', '__proto__');
/** What vendors tell: facts of conversations, and lives of messages. */
const history = fc.array(
  fc.oneof(
    fc.tuple(conversationId, facts, time).map(([id, told, occurredAt]) => [
      {
        type: 'conversation.updated',
        key: JSON.stringify([told, occurredAt]),
        conversationId: id,
        occurredAt,
        conversation: { nativeId: id, ...told },
      },
    ]),
    fc
      .record({
        id: conversationId,
        n: fc.nat(5),
        from: minute,
        edit: maybe(word),
        gone: fc.boolean(),
        state: maybe(word),
      })
      .map(({ id, n, from, edit, gone, state }) => {
        const nativeId = `${id}-${n}`;
        const about = (type: string, after: number, message: object) => ({
          type,
          key: JSON.stringify([nativeId, message, from + after]),
          conversationId: id,
          occurredAt: at(from + after),
          message: { nativeId, ...message },
        });
        return [
          about('message.received', 0, { direction: 'inbound', kind: 'message', text: 'x', createdAt: at(from) }),
          ...(state === undefined ? [] : [about('message.updated', 0, { delivery: { state } })]),
          ...(edit === undefined
            ? []
            : [about('message.updated', 1, { text: edit, html: null, editedAt: at(from + 1) })]),
          ...(gone ? [about('message.deleted', 2, { text: '', deletedAt: at(from + 2) })] : []),
        ];
      }),
  ),
  { maxLength: 10 },
);

async function mirrorOf(store: Store): Promise<Record<string, MirrorRecord>> {
  const conversations = await store.list(scope, { kind: 'conversation', limit: 1000 });
  const messages = await Promise.all(
    ['c1', 'c2', '__proto__'].map((parent) => store.list(scope, { kind: 'message', parent, limit: 1000 })),
  );
  const channels = await store.list(scope, { kind: 'channel', limit: 1000 });
  return Object.fromEntries(
    [...conversations, ...messages.flat(), ...channels].map(({ stamps: { '~heard': _, ...stamps }, ...record }) => [
      `${record.kind} ${record.id}`,
      { ...record, stamps },
    ]),
  );
}

describe('a history', () => {
  const provider = eventfulProvider(createVendor());
  const open = (now: number) =>
    tenantsOf(
      [provider],
      {
        tenants: {
          acme: {
            connections: [{ id: 'mail', provider: 'eventful', credentials: {}, webhook: { secrets: [secret] } }],
          },
        },
      },
      { defaults: { now: () => now } },
    );
  const now = Date.parse(at(60));

  test('told in any order, in pieces and again becomes the same mirror, which is the log replayed', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), async (told, picks) => {
        const events = told.flat();
        const shuffled = events
          .map((event, index) => ({ event, rank: picks[index % picks.length] ?? 0 }))
          .toSorted((left, right) => left.rank - right.rank)
          .map(({ event }) => event);
        const again = picks.slice(0, 5).flatMap((pick) => events[pick % Math.max(1, events.length)] ?? []);
        const inOrder = open(now);
        const mixed = open(now + 1000);
        if (events.length > 0) {
          await postTo(inOrder.tenants, `/acme/mail/${secret}`, { events });
          for (const event of [...again, ...shuffled, ...again])
            expect((await postTo(mixed.tenants, `/acme/mail/${secret}`, { events: [event] })).status).toBe(200);
        }
        const expected = await mirrorOf(inOrder.store);
        expect(await mirrorOf(mixed.store)).toEqual(expected);
        expect((await logOf(mixed.store)).map(({ id }) => id).toSorted()).toEqual(
          (await logOf(inOrder.store)).map(({ id }) => id).toSorted(),
        );
        expect(await mirrorOf(await replayed(await logOf(mixed.store)))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

async function replayed(log: readonly InboxEvent[]): Promise<Store> {
  const store = createMemoryStore();
  for (const event of log) await store.ingest({ scope, entries: [{ event, changes: changesOf(event) }] });
  return store;
}

describe('a clock that is years ahead', () => {
  const days = (count: number) => new Date(Date.parse(at(0)) + count * 86_400_000).toISOString();
  const told = (key: string, occurredAt: string, conversation: object): NativeEvent =>
    ({
      type: 'conversation.updated',
      key,
      conversationId: 'c1',
      occurredAt,
      conversation: { nativeId: 'c1', ...conversation },
    }) as NativeEvent;
  const future = '2099-01-01T00:00:00.000Z';

  test.each([
    ['status', { status: 'closed' }, { status: 'open' }],
    ['updatedAt', { updatedAt: future }, { updatedAt: days(3) }],
    [
      'lastMessage',
      { lastMessage: { text: 'wrong', createdAt: future } },
      { lastMessage: { text: 'right', createdAt: days(3) } },
    ],
    ['a part of contact', { contact: { name: 'wrong' } }, { contact: { name: 'right' } }],
  ])('fixes %s for a day, and not for ever', async (_field, wrong, right) => {
    let now = Date.parse(days(0));
    const provider = eventfulProvider(createVendor());
    const connections = [{ id: 'mail', provider: 'eventful', credentials: {}, webhook: { secrets: [secret] } }];
    const { tenants, store } = tenantsOf(
      [provider],
      { tenants: { acme: { connections } } },
      { defaults: { now: () => now } },
    );
    await postTo(tenants, `/acme/mail/${secret}`, { events: [told('ahead', future, wrong)] });
    now = Date.parse(days(3));
    await postTo(tenants, `/acme/mail/${secret}`, { events: [told('right', days(3), right)] });
    expect((await store.get(scope, 'conversation', ['c1']))[0]?.value).toMatchObject(right);
  });
});
