import { InboxError } from '@anyinbox/core';
import { expect, it, vi } from 'vitest';
import { createGroupCommit } from '../src/ingest/group-commit.ts';
import { deliveryOf } from './support/deliveries.ts';

const idsOf = (deliveries: readonly ReturnType<typeof deliveryOf>[]) =>
  deliveries.map(({ entries }) => entries.map(({ event }) => event.id));

it('deliveries gather while one is written, and go together', async () => {
  const write = vi.fn(async (deliveries: Parameters<typeof idsOf>[0]) => idsOf(deliveries));
  const ingest = createGroupCommit(write);
  const accepted = await Promise.all(Array.from({ length: 600 }, (_, number) => ingest(deliveryOf(`${number}`))));
  expect(accepted).toEqual(Array.from({ length: 600 }, (_, number) => [`${number}`]));
  expect(write.mock.calls.map(([deliveries]) => deliveries.length)).toEqual([1, 256, 256, 87]);
});

it('a group holds a bounded number of entries, and a big delivery goes alone', async () => {
  const write = vi.fn(async (deliveries: Parameters<typeof idsOf>[0]) => deliveries.map(() => []));
  const ingest = createGroupCommit(write);
  const { scope, entries } = deliveryOf('1');
  const big = { scope, entries: Array.from({ length: 5000 }, () => entries).flat() };
  await Promise.all([deliveryOf('0'), deliveryOf('1'), big, deliveryOf('2')].map(ingest));
  expect(write.mock.calls.map(([deliveries]) => deliveries.length)).toEqual([1, 1, 1, 1]);
});

it('of a group that fails each is tried alone', async () => {
  const bad = new InboxError('bad', { code: 'internal', blame: 'caller' });
  const ingest = createGroupCommit(async (deliveries) => {
    if (idsOf(deliveries).flat().includes('3')) throw bad;
    return idsOf(deliveries);
  });
  const outcomes = await Promise.allSettled(['1', '2', '3', '4'].map((id) => ingest(deliveryOf(id))));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[2]).toEqual({ status: 'rejected', reason: bad });
});

it('a group whose connection is lost is not repeated: it may have been written', async () => {
  const write = vi.fn(async () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  });
  const ingest = createGroupCommit(write);
  const outcomes = await Promise.allSettled(['1', '2', '3'].map((id) => ingest(deliveryOf(id))));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(write).toHaveBeenCalledTimes(2);
});
