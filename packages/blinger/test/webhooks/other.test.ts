import { blingerInvalidWebhookExample } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { closedInside, fromUser, incoming, told } from '../fixtures/webhooks.ts';
import { createReader } from '../support/webhooks.ts';

const newest = [{ conversations: 'newest' }];

describe('a flat message', () => {
  test.each([
    ['incoming', incoming],
    ['incoming, in another form', { webhook: 'on_message_incoming', body: 'Hi' }],
    ['with a name that nobody knew', { ...incoming, webhook: 'on_message_outgoing' }],
    ['without a name', { from_user_id: 412, to_user_id: 1, message: 'Hi' }],
    ['of a file', { webhook: 'on_comment', from_user_id: 412, message: null }],
  ])('%s: kept, and looked for among the newest', (_, body) => {
    expect(createReader().read(body)).toEqual({
      events: [
        {
          type: 'vendor.other',
          key: expect.any(String),
          ...('webhook' in body && { nativeType: body.webhook }),
          raw: body,
        },
      ],
      hints: newest,
    });
  });

  test('the same words again are another one', () => {
    let now = 1;
    const { read } = createReader({ now: () => now++ });
    const keys = [incoming, incoming, { ...incoming, message: 'Hi' }].map((body) => read(body).events[0]?.key);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('an event without a known name', () => {
  test('with a conversation: that one is looked up', () => {
    const body = { webhook: 'on_comment_incoming', conversation: told, message: 'Nice' };
    expect(createReader().read(body)).toEqual({
      events: [
        {
          type: 'vendor.other',
          key: expect.any(String),
          conversationId: '58',
          nativeType: 'on_comment_incoming',
          raw: body,
        },
      ],
      hints: [{ conversationId: '58' }],
    });
    expect(createReader().read({ conversation_id: 58 }).hints).toEqual([{ conversationId: '58' }]);
  });

  test('with a person: a new client has a new conversation', () => {
    const reading = createReader().read({ webhook: 'on_client_new', from_user: fromUser });
    expect(reading).toMatchObject({ events: [{ type: 'vendor.other' }], hints: newest });
  });

  test.each<[string, unknown]>([
    ['nothing that can be looked up', { webhook: 'on_something', value: 1 }],
    ['a name that is none', { webhook: 7 }],
    ['a list', [incoming]],
    ['a text', 'ping'],
    ['a number', 0],
    ['null', null],
    ['an empty object', {}],
  ])('%s: kept, by its content', (_, body) => {
    const [first, second] = [0, 1].map((now) => createReader({ now: () => now }).read(body));
    expect(first).toEqual({ events: [expect.objectContaining({ type: 'vendor.other', raw: body })] });
    expect(second).toEqual(first);
  });

  test('different contents have different keys, different orders of fields have not', () => {
    const keyOf = (body: unknown) => createReader().read(body).events[0]?.key;
    expect(keyOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(keyOf({ b: [{ d: 3, c: 2 }], a: 1 }));
    expect(keyOf({ a: [1, 2] })).not.toBe(keyOf({ a: [2, 1] }));
  });
});

describe('what is no conversation', () => {
  test.each([undefined, null, [], 'text', {}, { id: 'abc' }, { id: -1 }, { ...told, id: null }])(
    'a known name with %o is kept',
    (conversation) => {
      const body = { ...closedInside, conversation };
      const reading = createReader().read(body);
      expect(reading.events).toEqual([expect.objectContaining({ type: 'vendor.other', raw: body })]);
    },
  );
});

test('the documented example is no JSON: it is kept as the text that it is', () => {
  expect(createReader().read(blingerInvalidWebhookExample)).toEqual({
    events: [{ type: 'vendor.other', key: expect.any(String), raw: blingerInvalidWebhookExample }],
  });
});
