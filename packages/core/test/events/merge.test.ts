import { changesOf, createMemoryStore, type InboxEvent, type MirrorRecord } from '@anyinbox/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const scope = { tenantId: 'acme', connectionId: 'mail' };
const times = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:01.000Z', '2026-01-02T00:00:00.000Z'] as const;
const time = fc.constantFrom(...times);
const word = fc.constantFrom('a', 'b', 'c');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const conversation = fc.record({
  status: maybe(fc.constantFrom('open', 'closed')),
  subject: maybe(word),
  unreadCount: maybe(fc.nat(3)),
  createdAt: maybe(time),
  updatedAt: maybe(time),
  assignee: maybe(fc.constantFrom(null, { agent: { id: 'mail:1' } }, { group: { id: 'mail:2', name: 'x' } })),
  contact: maybe(fc.record({ name: maybe(word), email: maybe(word) })),
  channel: maybe(fc.record({ id: maybe(fc.constant('mail:ch')), name: maybe(word) })),
  lastMessage: maybe(fc.record({ text: word, createdAt: maybe(time) })),
});
const message = fc.record({
  text: maybe(word),
  direction: maybe(fc.constantFrom('inbound', 'outbound')),
  createdAt: maybe(time),
  editedAt: maybe(time),
  delivery: maybe(fc.constantFrom({ state: 'sent' }, { state: 'read' })),
});
const event = fc
  .record({ n: fc.nat(30), which: fc.constantFrom('1', '2'), occurredAt: time, conversation, message: maybe(message) })
  .map(({ n, which, occurredAt, conversation: facts, message: told }) => {
    const id = `mail:c${which}`;
    return defined({
      id: `event-${n}-${which}-${occurredAt}-${JSON.stringify([facts, told])}`,
      type: 'conversation.updated',
      connectionId: 'mail',
      provider: 'x',
      conversationId: id,
      occurredAt,
      receivedAt: '2026-02-01T00:00:00.000Z',
      via: 'webhook',
      data: {
        conversation: { id, nativeId: `c${which}`, ...facts },
        ...(told && { message: { id: `mail:m${which}`, nativeId: `m${which}`, conversationId: id, ...told } }),
      },
    });
  });

describe('the mirror', () => {
  test('is the same whatever the order of the events, and however often each comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), fc.infiniteStream(fc.nat()), async (events, numbers) => {
        const order = [...events, ...events.slice(0, 4)]
          .map((one) => ({ one, at: numbers.next().value as number }))
          .sort((left, right) => left.at - right.at)
          .map(({ one }) => one);
        expect(await mirrorOf(order)).toEqual(await mirrorOf(events));
      }),
      { numRuns: 300 },
    );
  });

  test('keeps of a contact what was told in parts, and the earliest beginning and the latest activity', async () => {
    const told = (data: object, occurredAt: string) => eventOf(data, occurredAt);
    const [record] = await mirrorOf([
      told({ contact: { name: 'Kim' }, createdAt: times[1], updatedAt: times[2] }, times[2]),
      told({ contact: { email: 'kim@example.com' }, createdAt: times[0], updatedAt: times[1] }, times[0]),
    ]);
    expect(record?.value).toMatchObject({
      contact: { name: 'Kim', email: 'kim@example.com' },
      createdAt: times[0],
      updatedAt: times[2],
    });
  });

  test('does not take a time far ahead for the last word', async () => {
    const ahead = eventOf({ subject: 'from a clock that is wrong' }, '2099-01-01T00:00:00.000Z');
    const later = {
      ...eventOf({ subject: 'right' }, '2026-02-03T00:00:00.000Z'),
      receivedAt: '2026-02-03T00:00:00.000Z',
    };
    const [record] = await mirrorOf([ahead, later]);
    expect(record?.value).toMatchObject({ subject: 'right' });
  });
});

let count = 0;
function eventOf(facts: object, occurredAt: string): InboxEvent {
  count++;
  return {
    id: `own-${count}`,
    type: 'conversation.updated',
    connectionId: 'mail',
    provider: 'x',
    conversationId: 'mail:c1',
    occurredAt,
    receivedAt: '2026-02-01T00:00:00.000Z',
    via: 'webhook',
    data: { conversation: { id: 'mail:c1', nativeId: 'c1', ...facts } },
  };
}

async function mirrorOf(events: readonly InboxEvent[]): Promise<MirrorRecord[]> {
  const store = createMemoryStore();
  for (const one of events) await store.ingest({ scope, entries: [{ event: one, changes: changesOf(one) }] });
  const records = [
    ...(await store.get(scope, 'conversation', ['c1', 'c2'])),
    ...(await store.get(scope, 'message', ['m1', 'm2'])),
    ...(await store.list(scope, { kind: 'channel', limit: 10 })),
  ];
  return records.toSorted((left, right) => (left.kind + left.id < right.kind + right.id ? -1 : 1));
}

/** As it comes from JSON. */
function defined(value: unknown): InboxEvent {
  return JSON.parse(JSON.stringify(value)) as InboxEvent;
}
