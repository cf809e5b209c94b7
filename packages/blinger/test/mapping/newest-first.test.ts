import type { NativeConversation } from '@anyinbox/core/provider';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestFirst } from '../../src/newest-first.ts';

const conversation = (nativeId: string, updatedAt?: string, subject = ''): NativeConversation => ({
  nativeId,
  channel: { kind: 'unknown' },
  contact: {},
  status: 'open',
  subject,
  ...(updatedAt === undefined ? {} : { updatedAt }),
  raw: null,
});
const ids = (items: readonly NativeConversation[]) => items.map(({ nativeId }) => nativeId);

test('latest first, in the same second the younger conversation, those without a time last', () => {
  const sorted = newestFirst([
    conversation('3'),
    conversation('9', '2026-01-01T00:00:00.000Z'),
    conversation('10', '2026-01-01T00:00:00.000Z'),
    conversation('1', '2026-01-02T00:00:00.000Z'),
  ]);
  expect(ids(sorted)).toEqual(['1', '10', '9', '3']);
});

test('one that changed while the lists were read is shown as it was last', () => {
  const early = conversation('1', '2026-01-01T00:00:00.000Z', 'early');
  const late = conversation('1', '2026-01-02T00:00:00.000Z', 'late');
  for (const read of [
    [early, late],
    [late, early],
  ])
    expect(newestFirst(read)).toEqual([late]);
});

test('nothing is lost, nothing comes twice, and the order of reading does not matter', () => {
  const time = fc.integer({ min: 0, max: 5 }).map((second) => new Date(second * 1000).toISOString());
  const one = fc.tuple(fc.integer({ min: 1, max: 20 }), time).map(([id, at]) => conversation(String(id), at));
  fc.assert(
    fc.property(fc.array(one), (read) => {
      const sorted = newestFirst(read);
      expect(new Set(ids(sorted))).toEqual(new Set(ids(read)));
      expect(new Set(ids(sorted)).size).toBe(sorted.length);
      expect(newestFirst(read.toReversed())).toEqual(sorted);
    }),
  );
});
