import assert from 'node:assert/strict';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { countOf, deliveryOf, entryOf, increment, loggedIds, scope } from '../things.ts';
import { withStore } from '../with-store.ts';

/** What a store took, it has after a restart. */
export function testLasting({ describe, it, skip }: TestRunner, target: StoreTarget): void {
  const name = 'what was written is there after closing and opening again';
  if (!target.reopen) {
    skip(`${name}: this store keeps it as long as the process lasts`, () => undefined);
    return;
  }
  describe('restarts', () => {
    it(
      name,
      withStore(target, async (store) => {
        const delivery = {
          ...deliveryOf(entryOf('1', [increment('a')]), entryOf('2', [increment('a')])),
          marks: { page: 'two' },
        };
        await store.ingest(delivery);
        await store.lease('work', 'a', 60_000);
        const head = await store.head();
        await store.close();
        const again = await target.reopen?.(store);
        assert.ok(again);
        try {
          assert.deepEqual(await loggedIds(again), ['1', '2']);
          assert.equal(await again.head(), head);
          assert.equal(await countOf(again, 'a'), 2);
          assert.equal(await again.mark(scope, 'page'), 'two');
          assert.equal(await again.lease('work', 'b', 60_000), false);
          assert.deepEqual(await again.ingest(delivery), { accepted: [] });
          await again.ingest(deliveryOf(entryOf('3', [increment('a')])));
          assert.ok(BigInt(await again.head()) > BigInt(head));
          assert.equal(await countOf(again, 'a'), 3);
        } finally {
          await again.close();
        }
      }),
    );
  });
}
