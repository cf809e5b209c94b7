import assert from 'node:assert/strict';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { deliveryOf, entryOf, numbers, scope } from '../things.ts';
import { withStore } from '../with-store.ts';

/** The log is read by position, and has an end. */
export function testLog({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('the log', () => {
    it(
      'is in the order of deliveries and of the entries in them, and its positions grow',
      withStore(target, async (store) => {
        const ids = numbers(60).map((number) => `event ${(number * 37) % 60}`);
        for (const first of [0, 20, 40])
          await store.ingest(deliveryOf(...ids.slice(first, first + 20).map((id) => entryOf(id))));
        const logged = await store.events({ limit: 99 });
        assert.deepEqual(
          logged.map(({ event }) => event.id),
          ids,
        );
        for (const [index, { position }] of logged.entries()) {
          assert.match(position, /^[1-9][0-9]*$/);
          const before = logged[index - 1];
          if (before)
            assert.ok(BigInt(position) > BigInt(before.position), 'a position is not greater than the one before');
        }
        assert.equal(await store.head(), logged.at(-1)?.position);
      }),
    );

    it(
      'is read from a position on, at most so many at a time',
      withStore(target, async (store) => {
        await store.ingest(deliveryOf(...numbers(9).map((number) => entryOf(`${number}`))));
        const all = await store.events({ limit: 9 });
        const third = all[2]?.position;
        assert.deepEqual(await store.events({ after: third, limit: 4 }), all.slice(3, 7));
        assert.deepEqual(await store.events({ after: '0', limit: 2 }), all.slice(0, 2));
        assert.deepEqual(await store.events({ after: await store.head(), limit: 9 }), []);
        for (const tenantId of [scope.tenantId, undefined])
          assert.deepEqual(
            await store.events({ tenantId, connectionIds: [scope.connectionId], after: third, limit: 4 }),
            all.slice(3, 7),
          );
      }),
    );

    it(
      'has the head 0 while nothing is in it',
      withStore(target, async (store) => {
        assert.equal(await store.head(), '0');
        assert.deepEqual(await store.events({ limit: 9 }), []);
      }),
    );
  });
}
