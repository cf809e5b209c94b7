import type { InboxEvent } from '@anyinbox/core';
import { expect, onTestFinished, test } from 'vitest';
import {
  at,
  conversationOf,
  type EventfulTenants,
  eventfulTenants,
  messageOf,
  received,
} from '../support/eventful-vendor.ts';

/** Works until a condition holds, and fails if it never does. */
async function workUntil({ tenants, store }: EventfulTenants, holds: (events: readonly InboxEvent[]) => boolean) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const working = tenants.work({ signal: stop.signal, tenantIds: () => ['acme'] });
  let events: readonly InboxEvent[] = [];
  const deadline = Date.now() + 10_000;
  do {
    await new Promise((resolve) => setTimeout(resolve, 10));
    events = (await store.events({ limit: 10_000 })).map(({ event }) => event);
  } while (!holds(events) && Date.now() < deadline);
  stop.abort();
  await working;
  expect(holds(events), `it never came: ${events.map(({ type, data }) => `${type} ${data.message?.text ?? ''}`)}`).toBe(
    true,
  );
  return events;
}

const texts = (events: readonly InboxEvent[]) => events.flatMap(({ data }) => data.message?.text ?? []);
const types = (events: readonly InboxEvent[]) => events.map(({ type }) => type);
const idle = (rounds: number, { vendor }: EventfulTenants) => {
  const from = vendor.calls.length;
  return () => vendor.calls.length >= from + rounds;
};

test('what happens between two rounds becomes events, by what it is', async () => {
  const kept = eventfulTenants();
  const { vendor } = kept;
  vendor.conversations.set('c1', conversationOf('c1', 1));
  vendor.messages.set('c1', [messageOf('m1', 'Hello', at(1))]);
  await workUntil(kept, (events) => texts(events).includes('Hello'));

  vendor.messages.set('c1', [
    { ...messageOf('m1', 'Hello (edited)', at(1)), editedAt: at(2) },
    messageOf('m2', 'An answer', at(2), 'outbound'),
    { ...messageOf('m3', 'Lost', at(2), 'outbound'), delivery: { state: 'failed' } },
  ]);
  vendor.conversations.set('c1', conversationOf('c1', 2, { assignee: { agent: { id: 'a1' } } }));
  await workUntil(kept, (events) => types(events).includes('conversation.assigned'));
  vendor.conversations.set('c1', conversationOf('c1', 3, { status: 'closed', assignee: { agent: { id: 'a1' } } }));
  await workUntil(kept, (events) => types(events).includes('conversation.closed'));
  vendor.conversations.set('c1', conversationOf('c1', 4, { assignee: null }));
  const events = await workUntil(kept, (all) => types(all).includes('conversation.reopened'));
  expect(types(events)).toEqual([
    'conversation.started',
    'message.received',
    'conversation.assigned',
    'message.updated',
    'message.sent',
    'message.sent',
    'conversation.closed',
    'conversation.reopened',
  ]);
});

test('nothing is lost over a time in which nobody worked, over many pages and in long histories', async () => {
  const kept = eventfulTenants();
  const { vendor } = kept;
  vendor.conversations.set('old', conversationOf('old', 1));
  await workUntil(kept, (events) => events.length === 1);
  for (let index = 0; index < 10; index++) {
    vendor.conversations.set(`c${index}`, conversationOf(`c${index}`, 10 + index));
    const history = Array.from({ length: 8 }, (_, n) => messageOf(`c${index}-${n}`, `${index}-${n}`, at(2 + n)));
    vendor.messages.set(`c${index}`, history);
  }
  // A webhook told the newest of one: below it there is a gap.
  await kept.post({ events: [received('c3', messageOf('c3-7', '3-7', at(9)))] });
  const events = await workUntil(kept, (all) => types(all).filter((type) => type.startsWith('message')).length >= 80);
  const expected = Array.from({ length: 10 }, (_, index) =>
    Array.from({ length: 8 }, (_, n) => `${index}-${n}`),
  ).flat();
  expect(texts(events).toSorted()).toEqual(expected.toSorted());
});

test('a conversation that cannot be read loses nothing of the others, and is told when it can be', async () => {
  const kept = eventfulTenants();
  const { vendor } = kept;
  vendor.conversations.set('old', conversationOf('old', 1));
  await workUntil(kept, (events) => events.length === 1);
  for (const [id, minute] of [
    ['broken', 2],
    ['c2', 3],
  ] as const) {
    vendor.conversations.set(id, conversationOf(id, minute));
    vendor.messages.set(id, [messageOf(`m-${id}`, id, at(minute))]);
  }
  vendor.fails = (call) => call === 'messages broken';
  await workUntil(kept, (events) => texts(events).includes('c2'));
  vendor.fails = undefined;
  await workUntil(kept, (events) => texts(events).includes('broken'));
});

test('a round in which nothing happened is one request', async () => {
  const kept = eventfulTenants();
  const { vendor } = kept;
  for (const id of ['c1', 'c2']) {
    vendor.conversations.set(id, conversationOf(id, 1));
    vendor.messages.set(id, [messageOf(`m-${id}`, id, at(1))]);
  }
  await workUntil(kept, (events) => texts(events).length === 2);
  vendor.calls.length = 0;
  await workUntil(kept, idle(4, kept));
  expect(new Set(vendor.calls)).toEqual(new Set(['list']));
});

test('a message that came in the moment of an own send is found', async () => {
  const kept = eventfulTenants();
  const { vendor, tenants } = kept;
  vendor.conversations.set('c1', conversationOf('c1', 1));
  await workUntil(kept, (events) => events.length === 1);
  const inbox = await tenants.inbox('acme');
  const sent = await inbox.messages.send('mail:c1', { text: 'Mine' });
  const theirs = messageOf('theirs', 'Theirs', sent.createdAt);
  vendor.messages.set('c1', [theirs, messageOf(sent.nativeId, 'Mine', sent.createdAt, 'outbound')]);
  vendor.conversations.set('c1', conversationOf('c1', 1, { updatedAt: sent.createdAt }));
  const events = await workUntil(kept, (all) => texts(all).includes('Theirs'));
  expect(texts(events).toSorted()).toEqual(['Mine', 'Theirs']);
});

test('conversations without times are told when they change', async () => {
  const kept = eventfulTenants();
  const { vendor } = kept;
  const { updatedAt: _updated, createdAt: _created, ...timeless } = conversationOf('c1', 1);
  vendor.conversations.set('c1', timeless);
  await workUntil(kept, (events) => events.length === 1);
  vendor.conversations.set('c1', { ...timeless, subject: 'Changed' });
  const events = await workUntil(kept, (all) => all.length === 2);
  expect(events[1]?.data.conversation?.subject).toBe('Changed');
});

test('a stream is opened again after it broke, and what it calls a message is read before it is one', async () => {
  const kept = eventfulTenants({ stream: true });
  const { vendor } = kept;
  vendor.conversations.set('c1', conversationOf('c1', 1));
  const stop = new AbortController();
  const working = kept.tenants.work({ signal: stop.signal, tenantIds: () => ['acme'] });
  const until = async (holds: () => boolean | Promise<boolean>) => {
    const deadline = Date.now() + 8000;
    while (!(await holds()) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await holds()).toBe(true);
  };
  await until(() => vendor.sink !== undefined);
  vendor.messages.set('c1', [messageOf('ai', 'Written by the AI', at(2), 'outbound')]);
  vendor.sink?.changed({ conversationId: 'c1' });
  const logged = async () => (await kept.store.events({ limit: 100 })).map(({ event }) => event);
  await until(async () => (await logged()).some(({ type, via }) => type === 'message.sent' && via === 'hub'));
  const before = vendor.sink;
  vendor.endStream();
  await until(() => vendor.sink !== before);
  stop.abort();
  await working;
});
