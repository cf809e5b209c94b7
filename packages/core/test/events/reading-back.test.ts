import { expect, test } from 'vitest';
import { logOf } from '../support/event-tenants.ts';
import { at, conversationOf, eventfulTenants, messageOf } from '../support/eventful-vendor.ts';

const newest = { hints: [{ conversations: 'newest' }] };
const one = { hints: [{ conversationId: 'c1' }] };

test('what is read again and did not change is no event', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('c1', conversationOf('c1', 1, { assignee: null, subject: null }));
  vendor.messages.set('c1', [{ ...messageOf('m1', 'Hello', at(1)), editedAt: null, deletedAt: null }]);
  await post(one);
  for (const hint of [one, newest, one]) expect(await (await post(hint)).json()).toEqual({ accepted: 0 });
  expect((await logOf(store)).map(({ type }) => type)).toEqual(['conversation.started', 'message.received']);
});

test('a conversation without times that is closed, opened and closed again is three facts, and the mirror shows the last', async () => {
  const { post, store, vendor } = eventfulTenants();
  const { updatedAt: _updated, createdAt: _created, ...timeless } = conversationOf('c1', 1);
  for (const status of ['open', 'closed', 'open', 'closed'] as const) {
    vendor.conversations.set('c1', { ...timeless, status });
    await new Promise((resolve) => setTimeout(resolve, 3));
    await post(one);
  }
  expect((await logOf(store)).map(({ type }) => type)).toEqual([
    'conversation.started',
    'conversation.closed',
    'conversation.reopened',
    'conversation.closed',
  ]);
  const [record] = await store.get({ tenantId: 'acme', connectionId: 'mail' }, 'conversation', ['c1']);
  expect(record?.value['status']).toBe('closed');
});

test('of a vendor whose times do not move with the status the mirror shows the status all the same', async () => {
  const { post, store, vendor } = eventfulTenants();
  for (const status of ['open', 'closed', 'open', 'closed'] as const) {
    vendor.conversations.set('c1', conversationOf('c1', 1, { status }));
    await new Promise((resolve) => setTimeout(resolve, 3));
    await post(one);
    const [record] = await store.get({ tenantId: 'acme', connectionId: 'mail' }, 'conversation', ['c1']);
    expect(record?.value['status']).toBe(status);
  }
});

test('what two who read at the same time find is one event', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('c1', conversationOf('c1', 1));
  await post(one);
  vendor.conversations.set('c1', conversationOf('c1', 2, { status: 'closed' }));
  await Promise.all([post(one), post(newest), post(one)]);
  expect((await logOf(store)).map(({ type }) => type)).toEqual(['conversation.started', 'conversation.closed']);
});

test('what a read does not know takes nothing away', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('c1', conversationOf('c1', 1));
  await post(one);
  vendor.conversations.set('c1', {
    ...conversationOf('c1', 2),
    status: 'unknown',
    channel: { id: 'ch', kind: 'unknown' },
    contact: {},
  });
  await post(one);
  const [record] = await store.get({ tenantId: 'acme', connectionId: 'mail' }, 'conversation', ['c1']);
  expect(record?.value).toMatchObject({ status: 'open', channel: { kind: 'email' }, contact: { name: 'Contact c1' } });
  expect((await logOf(store)).map(({ type }) => type)).toEqual(['conversation.started', 'conversation.updated']);
});

test('a delivery that moves on after an edit is seen in the history', async () => {
  const { post, store, vendor } = eventfulTenants();
  vendor.conversations.set('c1', conversationOf('c1', 1));
  const first = {
    ...messageOf('m1', 'Hello', at(1), 'outbound'),
    html: '<b>Hello</b>',
    delivery: { state: 'sent' } as const,
  };
  const edited = { ...first, text: 'Hallo', html: '<b>Hallo</b>', editedAt: at(2) };
  const states = [first, edited, { ...edited, delivery: { state: 'delivered' } as const }];
  const shown = async () => (await store.get({ tenantId: 'acme', connectionId: 'mail' }, 'message', ['m1']))[0]?.value;
  for (const state of states) {
    vendor.messages.set('c1', [state]);
    await post(one);
    expect(await shown()).toMatchObject({ text: state.text, html: state.html, delivery: state.delivery });
  }
  const { html: _html, ...plain } = { ...edited, text: 'Plain', editedAt: at(3) };
  vendor.messages.set('c1', [plain]);
  await post(one);
  expect(await shown()).toMatchObject({ text: 'Plain', html: null });
  vendor.messages.set('c1', [{ ...plain, text: '', deletedAt: at(4) }]);
  await post(one);
  expect(await shown()).toMatchObject({ text: '', deletedAt: at(4) });
  expect((await logOf(store)).map(({ type }) => type).slice(1)).toEqual([
    'message.sent',
    'message.updated',
    'message.updated',
    'message.updated',
    'message.deleted',
  ]);
});

test('of a body that points at more conversations than are looked up one by one the rest is found by a round', async () => {
  const { post, store, vendor } = eventfulTenants();
  const ids = Array.from({ length: 24 }, (_, index) => `c${index}`);
  vendor.conversations.set('old', conversationOf('old', 0));
  await post(newest);
  for (const [index, id] of ids.entries()) vendor.conversations.set(id, conversationOf(id, index + 1));
  const answer = await post({ hints: ids.map((conversationId) => ({ conversationId })) });
  expect(answer.status).toBe(200);
  expect((await logOf(store)).filter(({ type }) => type === 'conversation.started')).toHaveLength(25);
  expect(vendor.calls.filter((call) => call.startsWith('get '))).toHaveLength(20);
});

test('a hint that names what is not there is taken, and changes nothing', async () => {
  const { post, store, vendor } = eventfulTenants();
  expect((await post({ hints: [{ contactId: 'nobody' }] })).status).toBe(200);
  expect(await logOf(store)).toEqual([]);
  expect(vendor.calls).toEqual([]);
});
