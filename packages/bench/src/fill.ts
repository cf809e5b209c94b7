import type { Store } from '@anyinbox/core';
import { delivery } from './deliveries.ts';

/** As many as a busy server has in hand at once. */
const parallel = 64;

/** Ingests the deliveries `from` to below `to`, each by a call of its own. Resolves with the microseconds that one took. */
export async function fill(store: Store, from: number, to: number): Promise<number> {
  let next = from;
  const startedAt = performance.now();
  const worker = async () => {
    while (next < to) await store.ingest(delivery(next++));
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return ((performance.now() - startedAt) / (to - from)) * 1000;
}
