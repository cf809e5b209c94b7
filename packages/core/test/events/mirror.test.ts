import { createMemoryStore, createTenants } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
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

async function filled() {
  const kept = eventfulTenants({ shows: false });
  for (const [id, minute] of [
    ['c1', 1],
    ['c2', 2],
    ['c3', 3],
  ] as const)
    await kept.post({ events: [received(id, messageOf(`m-${id}`, `From ${id}`, at(minute)))] });
  const closed = {
    type: 'conversation.closed',
    key: 'x',
    conversationId: 'c2',
    occurredAt: at(4),
    conversation: { nativeId: 'c2', status: 'closed' },
  };
  await kept.post({ events: [closed] });
  return { ...kept, inbox: await kept.tenants.inbox('acme') };
}

describe('a vendor that lists nothing, with a store', () => {
  test('has lists by filter and by cursor, newest first, that say they are the mirror', async () => {
    const { inbox, vendor } = await filled();
    const first = await inbox.conversations.list({ limit: 2 });
    const second = await inbox.conversations.list({ limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ nativeId }) => nativeId)).toEqual(['c3', 'c2', 'c1']);
    expect(first.incomplete).toContain('mirror');
    expect(first.items[0]?.provenance).toMatchObject({ source: 'mirror', complete: false });
    const ids = async (query: object) =>
      (await inbox.conversations.list(query).toArray({ limit: 9 })).map(({ nativeId }) => nativeId);
    expect(await ids({ status: 'open' })).toEqual(['c3', 'c1']);
    expect(await ids({ status: 'closed' })).toEqual(['c2']);
    expect(await ids({ channelId: 'mail:ch' })).toEqual(['c3', 'c2', 'c1']);
    expect(await ids({ channelId: 'mail:other' })).toEqual([]);
    expect(vendor.calls).toEqual([]);
  });

  test('calls who wrote a message as the contact is called now', async () => {
    const { post, tenants } = eventfulTenants({ shows: false });
    const author = (id: string) => ({ kind: 'contact' as const, id });
    const theirs = { ...messageOf('m1', 'Hello', at(1)), author: author('contact-c1') };
    const others = { ...messageOf('m2', 'Hello', at(2)), author: author('contact-c2') };
    await post({ events: [received('c1', theirs), received('c1', others)] });
    const contact = { nativeId: 'c1', contact: { name: 'Kim Lee' } };
    await post({
      events: [{ type: 'contact.updated', key: 'x', conversationId: 'c1', occurredAt: at(3), conversation: contact }],
    });
    const inbox = await tenants.inbox('acme');
    const named = { kind: 'contact', id: 'mail:contact-c1', name: 'Kim Lee' };
    expect((await inbox.messages.list('mail:c1')).items.map((message) => message.author)).toEqual([
      { kind: 'contact', id: 'mail:contact-c2' },
      named,
    ]);
    expect((await inbox.messages.get('mail:m1')).author).toEqual(named);
  });

  test('has histories, single messages and channels', async () => {
    const { inbox } = await filled();
    const [message] = await inbox.messages.list('mail:c1').toArray({ limit: 9 });
    expect(message).toMatchObject({
      id: 'mail:m-c1',
      conversationId: 'mail:c1',
      text: 'From c1',
      provenance: { source: 'mirror' },
    });
    expect((await inbox.messages.get('mail:m-c1')).text).toBe('From c1');
    expect((await inbox.channels.list()).items).toMatchObject([{ id: 'mail:ch', kind: 'email' }]);
    expect(await failure(inbox.messages.get('mail:nothing'))).toMatchObject({ code: 'not-found' });
  });

  test('shows what the app did itself at once, and a store that fails does not fail a send that happened', async () => {
    const { inbox } = await filled();
    const sent = await inbox.messages.send('mail:c1', { text: 'On it' });
    await inbox.conversations.close('mail:c1');
    expect((await inbox.messages.list('mail:c1')).items.map(({ id }) => id)).toContain(sent.id);
    expect((await inbox.conversations.get('mail:c1')).status).toBe('closed');

    const store = createMemoryStore();
    const broken = eventfulTenants({ store: { ...store, ingest: () => Promise.reject(new Error('full')) } });
    const other = await broken.tenants.inbox('acme');
    expect((await other.messages.send('mail:c1', { text: 'On it' })).text).toBe('On it');
  });

  test('without a store says that one would make it work', async () => {
    const provider = eventfulProvider(createVendor(), { shows: false });
    const connections = [{ id: 'mail', provider: 'eventful', credentials: {} }];
    const tenants = createTenants({ providers: [provider], resolve: { tenants: { acme: { connections } } } as never });
    const inbox = await tenants.inbox('acme');
    expect(inbox.supports('conversations.list')).toBe(false);
    const error = await failure(inbox.connection('mail').conversations.list());
    expect(error).toMatchObject({ code: 'unsupported', hint: expect.stringContaining('store') });
    await tenants.close();
  });
});

test('a connection that was removed can be read, and not written to', async () => {
  const store = createMemoryStore();
  const provider = eventfulProvider(createVendor(), { shows: false });
  let connections = [{ id: 'mail', provider: 'eventful', credentials: {}, webhook: { secrets: [secret] } }];
  const tenants = createTenants({ providers: [provider], store, resolve: () => ({ connections }) as never });
  const body = JSON.stringify({ events: [received('c1', messageOf('m1', 'Hello', at(1)))] });
  const post = (key: string) =>
    tenants.webhooks(new Request(`https://you.example/acme/mail/${key}`, { method: 'POST', body }));
  await post(secret);
  connections = [{ id: 'mail', provider: 'eventful', credentials: {}, webhook: { secrets: ['another-secret-of-16'] } }];
  tenants.invalidate('acme');
  expect([(await post(secret)).status, (await post('another-secret-of-16')).status]).toEqual([200, 200]);
  connections = [{ id: 'next', provider: 'eventful', credentials: {}, webhook: { secrets: [secret] } }];
  tenants.invalidate('acme');
  const inbox = await tenants.inbox('acme');
  expect((await inbox.messages.list('mail:c1')).items.map(({ text }) => text)).toEqual(['Hello']);
  expect((await inbox.conversations.get('mail:c1')).provider).toBe('eventful');
  const error = await failure(inbox.messages.send('mail:c1', { text: 'x' }));
  expect(error).toMatchObject({ code: 'unknown-connection', outcome: 'not-sent' });
  expect(await failure(inbox.conversations.get('never:c1'))).toMatchObject({ code: 'unknown-connection' });
  await tenants.close();
});

test('one person is erased for good, and what remains is said', async () => {
  const { inbox, tenants, post, store } = await filled();
  const erased = await tenants.erase('acme', { contactId: 'mail:contact-c1' });
  expect(erased).toMatchObject({ conversations: 1, records: 2, events: 1 });
  expect(erased.remains[0]).toContain('Eventful');
  expect(await failure(inbox.conversations.get('mail:c1'))).toMatchObject({ code: 'not-found' });
  expect((await inbox.messages.list('mail:c1')).items).toEqual([]);
  await post({ events: [received('c1', messageOf('m-c1', 'From c1', at(1)))] });
  expect(JSON.stringify(await store.events({ limit: 100 }))).not.toContain('From c1');
  expect((await inbox.conversations.list()).items.map(({ nativeId }) => nativeId)).toEqual(['c3', 'c2']);
  expect(await failure(tenants.erase('acme', { contactId: 7 as never }))).toMatchObject({ code: 'invalid-request' });
});

test('the past is read page by page, and goes on where it was broken off', async () => {
  const { tenants, vendor, store } = eventfulTenants();
  for (let index = 0; index < 25; index++) {
    vendor.conversations.set(`c${index}`, conversationOf(`c${index}`, index));
    vendor.messages.set(
      `c${index}`,
      Array.from({ length: 5 }, (_, n) => messageOf(`c${index}-${n}`, 'x', at(n))),
    );
  }
  const inbox = await tenants.inbox('acme');
  for await (const progress of inbox.backfill()) {
    expect(progress).toMatchObject({ connectionId: 'mail', conversations: 20, done: false });
    break;
  }
  const rest = [];
  for await (const progress of inbox.backfill()) rest.push(progress);
  expect(rest).toMatchObject([{ conversations: 5, done: true }]);
  const events = (await store.events({ limit: 1000 })).filter(({ event }) => event.type === 'message.received');
  expect(events).toHaveLength(125);
});
