import { describe, expect, test } from 'vitest';
import { pingFields } from '../../src/assumptions.ts';
import { readBlock } from '../support/webhooks.ts';

const newest = [{ conversations: 'newest' }];

describe.each(pingFields)('a block with %s', (name) => {
  test.each([2231, '2231'])('%j names the contact', (id) => {
    expect(readBlock({ [name]: id })).toEqual({ events: [], hints: [{ contactId: '2231' }] });
  });

  test('names it whatever else the owner put there', () => {
    const others = { event: 'paid', message: { id: 1 }, text: 'Hello', conversationId: 7 };
    expect(readBlock({ ...others, [name]: 2231 })).toEqual({ events: [], hints: [{ contactId: '2231' }] });
  });

  test.each(['', ' 2231', '2231 ', '02231', '+2231', '2e3', '22.31', '../chats', '%userId%', '9'.repeat(17)])(
    '%j names nobody',
    (id) => {
      expect(readBlock({ [name]: id })).toMatchObject({ events: [{ type: 'vendor.other' }], hints: newest });
    },
  );

  test('named in another case, or deeper, names nobody', () => {
    for (const body of [{ [name.toUpperCase()]: 2231 }, { data: { [name]: 2231 } }, [{ [name]: 2231 }]])
      expect(readBlock(body).hints).toEqual(newest);
  });
});

test('of two ids the one of the first spelling counts, whatever their order in the body', () => {
  const backwards = [...pingFields].reverse().map((name, index) => [name, 2231 + index]);
  const contactId = String(2231 + pingFields.length - 1);
  expect(readBlock(Object.fromEntries(backwards))).toEqual({ events: [], hints: [{ contactId }] });
});

test('an id that is none is passed over for one that is', () => {
  const [first, ...others] = pingFields;
  for (const name of others)
    expect(readBlock({ [first]: '{{ userId }}', [name]: 2231 })).toEqual({
      events: [],
      hints: [{ contactId: '2231' }],
    });
});

test.each([{}, { text: 'Hello', nested: { list: [1, null, { deep: true }] } }, [], 'not JSON', '', 7, true, null])(
  '%j is kept whole, and the newest are looked at',
  (body) => {
    const { events, hints } = readBlock(body);
    expect(events).toEqual([{ type: 'vendor.other', key: expect.stringMatching(/^.{20,}$/), raw: body }]);
    expect(hints).toEqual(newest);
  },
);

test.each(pingFields)('%s that is inherited is not taken', (name) => {
  const inherited = Object.create({ [name]: 2231 }) as unknown;
  const own: unknown = JSON.parse(`{"__proto__":{"${name}":2231}}`);
  const both: unknown = JSON.parse(`{"__proto__":{"${name}":1},"constructor":{"prototype":{"${name}":1}}}`);
  for (const body of [inherited, own, both])
    expect(readBlock(body)).toMatchObject({ events: [{ type: 'vendor.other' }], hints: newest });
});
