import assert from 'node:assert/strict';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { countOf, deliveryOf, entryOf, increment, loggedIds, numbers, scope } from '../things.ts';
import { withStore } from '../with-store.ts';

/** The same event takes effect once, however often and at whatever moment it is delivered. */
export function testClaims({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('claims', () => {
    it(
      'an event that comes again is passed over with its changes',
      withStore(target, async (store) => {
        const delivery = deliveryOf(entryOf('first', [increment('a')]), entryOf('second', [increment('a')]));
        assert.deepEqual(await store.ingest(delivery), { accepted: ['first', 'second'] });
        assert.deepEqual(await store.ingest(delivery), { accepted: [] });
        const more = deliveryOf(entryOf('second', [increment('a')]), entryOf('third', [increment('a')]));
        assert.deepEqual(await store.ingest(more), { accepted: ['third'] });
        assert.equal(await countOf(store, 'a'), 3);
        assert.deepEqual(await loggedIds(store), ['first', 'second', 'third']);
      }),
    );

    it(
      'of one id twice in a delivery the first counts',
      withStore(target, async (store) => {
        const twice = deliveryOf(entryOf('one', [increment('a')]), entryOf('one', [increment('a'), increment('a')]));
        assert.deepEqual(await store.ingest(twice), { accepted: ['one'] });
        assert.equal(await countOf(store, 'a'), 1);
        assert.deepEqual(await loggedIds(store), ['one']);
      }),
    );

    it(
      'of parallel deliveries of one event one is accepted',
      withStore(target, async (store) => {
        const answers = await Promise.all(
          numbers(40).map((number) => store.ingest(deliveryOf(entryOf(`event ${number % 4}`, [increment('a')])))),
        );
        const accepted = answers.flatMap((answer) => answer.accepted);
        assert.deepEqual(accepted.sort(), ['event 0', 'event 1', 'event 2', 'event 3']);
        assert.equal(await countOf(store, 'a'), 4);
      }),
    );

    it(
      'the same id in another connection or tenant is another event',
      withStore(target, async (store) => {
        for (const other of [scope, { ...scope, connectionId: 'sales' }, { ...scope, tenantId: 'globex' }])
          assert.deepEqual(await store.ingest({ scope: other, entries: [entryOf('same')] }), { accepted: ['same'] });
      }),
    );

    it(
      'a delivery of nothing is accepted',
      withStore(target, async (store) => {
        assert.deepEqual(await store.ingest(deliveryOf()), { accepted: [] });
        assert.equal(await store.head(), '0');
      }),
    );
  });
}
