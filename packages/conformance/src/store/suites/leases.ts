import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { numbers } from '../things.ts';
import { withStore } from '../with-store.ts';

/** One owner at a time. */
export function testLeases({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('leases', () => {
    it(
      'belong to one owner, who may hold on to them',
      withStore(target, async (store) => {
        assert.equal(await store.lease('work', 'a', 60_000), true);
        assert.equal(await store.lease('work', 'b', 60_000), false);
        assert.equal(await store.lease('work', 'a', 60_000), true);
        assert.equal(await store.lease('other work', 'b', 60_000), true);
      }),
    );

    it(
      'are given up by their owner only',
      withStore(target, async (store) => {
        await store.lease('work', 'a', 60_000);
        await store.release('work', 'b');
        assert.equal(await store.lease('work', 'b', 60_000), false);
        await store.release('work', 'a');
        await store.release('work', 'a');
        assert.equal(await store.lease('work', 'b', 60_000), true);
        assert.equal(await store.lease('work', 'a', 60_000), false);
      }),
    );

    it(
      'end when their time is over, counted from the last time they were taken',
      withStore(target, async (store) => {
        await store.lease('work', 'a', 100);
        await store.lease('work', 'a', 1000);
        await sleep(200);
        assert.equal(await store.lease('work', 'b', 1000), false, 'it was over too early');
        await store.lease('work', 'a', 30);
        await sleep(60);
        assert.equal(await store.lease('work', 'b', 60_000), true, 'it was not over');
        await store.release('work', 'a');
        assert.equal(await store.lease('work', 'a', 60_000), false, 'the owner before gave it up');
      }),
    );

    it(
      'go to one of many who ask at once',
      withStore(target, async (store) => {
        const answers = await Promise.all(numbers(20).map((owner) => store.lease('work', `${owner}`, 60_000)));
        assert.equal(answers.filter((taken) => taken).length, 1);
      }),
    );
  });
}
