import { canonicalJson, contentKey } from '@anyinbox/core/provider';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventId } from '../../src/events/event-id.ts';
import { logOf } from '../support/event-tenants.ts';
import { at, conversationOf, eventfulTenants, messageOf, received } from '../support/eventful-vendor.ts';

/** The same JSON with the fields of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, field]) => [name, turned(field)])
      .toReversed(),
  );
}

test('a key of content is the same for the same JSON whatever the order of its fields, and another for another JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(contentKey(turned(one))).toBe(contentKey(one));
      expect(contentKey(JSON.parse(JSON.stringify(one)))).toBe(contentKey(one));
      expect(contentKey(one) === contentKey(other)).toBe(canonicalJson(one) === canonicalJson(other));
    }),
  );
  expect(contentKey({ a: 1, b: undefined })).toBe(contentKey({ a: 1 }));
  expect(contentKey(['1'])).not.toBe(contentKey([1]));
});

test('an id is of the tenant, the connection, the type, the conversation and the key, and no two of them run into each other', () => {
  const part = fc.constantFrom('a', 'b', 'a"', '","', 'a,b', '');
  const scope = fc.record({ tenantId: part, connectionId: part });
  const parts = fc.tuple(scope, part, fc.option(part, { nil: undefined }), part);
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      expect(eventId(...one) === eventId(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
  expect(eventId({ tenantId: 'acme', connectionId: 'mail' }, 'message.received', 'c1', 'Kim Smith')).toMatch(
    /^[\w-]{27}$/,
  );
});

test('a message is one event by our own send, its echo, a lookup and polling, whichever comes first', async () => {
  for (const order of [
    ['send', 'webhook', 'hint', 'poll'],
    ['poll', 'hint', 'webhook'],
    ['hint', 'webhook', 'poll'],
  ]) {
    const { tenants, post, store, vendor } = eventfulTenants();
    let message = messageOf('m1', 'On it', at(1), 'outbound');
    const show = () => {
      vendor.conversations.set('c1', conversationOf('c1', 1));
      vendor.messages.set('c1', [message]);
    };
    show();
    for (const way of order) {
      if (way === 'send') {
        const sent = await (await tenants.inbox('acme')).messages.send('mail:c1', { text: 'On it' });
        message = messageOf(sent.nativeId, 'On it', sent.createdAt, 'outbound');
        show();
      } else if (way === 'webhook') await post({ events: [received('c1', message)] });
      else await post({ hints: [way === 'hint' ? { conversationId: 'c1' } : { conversations: 'newest' }] });
    }
    const ofMessages = (await logOf(store)).filter(({ type }) => type.startsWith('message'));
    expect(
      ofMessages.map(({ type, data }) => [type, data.message?.text]),
      order.join(),
    ).toEqual([['message.sent', 'On it']]);
  }
});

test('the same message in another conversation, connection or tenant is another event', async () => {
  const { post, store } = eventfulTenants();
  const message = messageOf('m1', 'Hello', at(1));
  await post({ events: [received('c1', message), received('c2', message), received('c1', message)] });
  await post({ events: [received('c1', message)] }, { path: '/globex/mail/a-secret-of-sixteen' });
  const log = await logOf(store);
  expect(log.map(({ tenantId, conversationId }) => `${tenantId} ${conversationId}`)).toEqual([
    'acme mail:c1',
    'acme mail:c2',
    'globex mail:c1',
  ]);
});

test('what cannot be read is one event for one content, in whatever order its fields come', async () => {
  const { post, store } = eventfulTenants();
  for (const text of ['{"kind":1,"of":{"a":1,"b":[2]}}', '{"of":{"b":[2],"a":1},"kind":1}', '{"kind":2}', 'words'])
    expect((await post(text)).status).toBe(200);
  expect((await logOf(store)).map(({ type, data }) => [type, data.raw])).toEqual([
    ['vendor.other', { kind: 1, of: { a: 1, b: [2] } }],
    ['vendor.other', { kind: 2 }],
    ['vendor.other', 'words'],
  ]);
});
