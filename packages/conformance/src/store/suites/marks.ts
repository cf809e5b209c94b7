import assert from 'node:assert/strict';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { deliveryOf, entryOf, scope } from '../things.ts';
import { withStore } from '../with-store.ts';

/** Where somebody stopped reading: written with what was read. */
export function testMarks({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('marks', () => {
    it(
      'are set, replaced and removed with a delivery, whether its events are new or not',
      withStore(target, async (store) => {
        assert.equal(await store.mark(scope, 'page'), undefined);
        await store.ingest({ ...deliveryOf(entryOf('1')), marks: { page: 'one', other: 'stays' } });
        assert.equal(await store.mark(scope, 'page'), 'one');
        await store.ingest({ ...deliveryOf(entryOf('1')), marks: { page: 'two' } });
        assert.equal(await store.mark(scope, 'page'), 'two');
        await store.ingest({ scope, entries: [], marks: { page: '' } });
        assert.equal(await store.mark(scope, 'page'), '');
        await store.ingest({ scope, entries: [], marks: { page: undefined, never: undefined } });
        assert.equal(await store.mark(scope, 'page'), undefined);
        assert.equal(await store.mark(scope, 'other'), 'stays');
      }),
    );

    it(
      'of deliveries that are given one after the other, the last counts',
      withStore(target, async (store) => {
        const values = ['a', undefined, 'b', undefined, 'c'];
        await Promise.all(values.map((page) => store.ingest({ scope, entries: [], marks: { page } })));
        assert.equal(await store.mark(scope, 'page'), 'c');
      }),
    );
  });
}
