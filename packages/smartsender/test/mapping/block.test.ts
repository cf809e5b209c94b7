import { smartsender } from '@anyinbox/smartsender';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pingFields } from '../../src/assumptions.ts';
import { webhooks } from '../../src/webhooks.ts';

/** The block of a funnel, whose body its owner writes (vendors/smartsender.md §Webhooks). */
const read = (body: unknown) => webhooks.read(body, undefined as never);
const newest = [{ conversations: 'newest' }];

describe('the contact that a block names', () => {
  test.each(pingFields.flatMap((name) => [{ [name]: 1007 }, { [name]: '1007', more: 'x' }]))('%j', (body) => {
    expect(read(body)).toEqual({ events: [], hints: [{ contactId: '1007' }] });
  });

  test('is the first that can be one', () => {
    const [first, second] = pingFields;
    expect(read({ [first]: '{{ userId }}', [second]: '1007' }).hints).toEqual([{ contactId: '1007' }]);
  });
});

test.each([['{{ userId }}'], [''], [-1], [1.5], [null], [{}], [['1007']], ['../chats']])(
  '%j is nobody: the body is kept, and the newest are looked at',
  (userId) => {
    const body = { userId };
    expect(read(body)).toMatchObject({ events: [{ type: 'vendor.other', raw: body }], hints: newest });
  },
);

test('a name that is inherited is no field of the body', () => {
  for (const body of [JSON.parse('{"__proto__":{"userId":1}}'), Object.create({ userId: 1 })])
    expect(read(body).hints).toEqual(newest);
});

test('the same body is the same event, and another one another', () => {
  const keyOf = (body: unknown) => read(body).events[0]?.key;
  expect(keyOf({ a: 1, b: 2 })).toBe(keyOf({ b: 2, a: 1 }));
  expect(keyOf({ a: 1 })).not.toBe(keyOf({ a: 2 }));
});

test('any JSON is a reason to look, and pollutes nothing', () => {
  const block = fc.dictionary(fc.constantFrom(...pingFields, '__proto__', 'constructor'), fc.jsonValue());
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), block), (body) => {
      const given = JSON.stringify(body);
      const { events, hints = [] } = read(body);
      expect(hints).toHaveLength(1);
      for (const hint of hints) if ('contactId' in hint) expect(hint.contactId).toMatch(/^\d+$/);
      for (const { key } of events) expect(key).not.toBe('');
      expect(JSON.stringify(body)).toBe(given);
    }),
    { numRuns: 500 },
  );
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('the sample is the block that community integrations show', () => {
  const options = { conversationId: '1007', text: 'Hello', now: 0 };
  expect(smartsender.webhooks?.samples(options)).toEqual([{ name: 'ping', body: { userId: '1007' } }]);
});
