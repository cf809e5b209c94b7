import type { Facets, Store } from '@anyinbox/core';
import { scope } from './deliveries.ts';
import { median } from './median.ts';

const rounds = 200;

/** Milliseconds for a page of 50 conversations, by a place in the middle of the list, with and without a filter. */
export async function timePages(store: Store, total: number): Promise<number> {
  const middle = new Date(Date.parse('2026-01-01T00:00:00Z') + (total / 2) * 1000).toISOString();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const where: Facets = round % 2 === 0 ? {} : { status: 'open' };
    const startedAt = performance.now();
    await store.list(scope, { kind: 'conversation', where, after: { at: middle, id: `v${total / 2}` }, limit: 50 });
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
