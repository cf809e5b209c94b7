import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '@anyinbox/core';
import type { TestRunner } from '../../runner.ts';
import { follow } from '../follow.ts';
import type { StoreTarget } from '../target.ts';
import { countOf, deliveryOf, entryOf, increment, numbers } from '../things.ts';
import { withStore } from '../with-store.ts';
import { until, write } from './followers.ts';

/** Several processes with one store. */
export function testSharing({ describe, it, skip }: TestRunner, target: StoreTarget): void {
  if (!target.join) {
    skip('several stores share their data: this one belongs to one process at a time', () => undefined);
    return;
  }
  const withTwo = (test: (one: Store, other: Store) => Promise<void>) =>
    withStore(target, async (one) => {
      const other = await target.join?.(one);
      assert.ok(other);
      try {
        await test(one, other);
      } finally {
        await other.close();
      }
    });

  describe('two stores with the same data', () => {
    it(
      'claim every event once, and count every increment',
      withTwo(async (one, other) => {
        const answers = await Promise.all(
          numbers(200).map((number) =>
            (number % 2 ? one : other).ingest(
              deliveryOf(
                entryOf(`shared ${number >> 1}`, [increment('a')]),
                entryOf(`own ${number}`, [increment('b')]),
              ),
            ),
          ),
        );
        assert.equal(answers.flatMap(({ accepted }) => accepted).length, 300);
        assert.equal(await countOf(one, 'a'), 100);
        assert.equal(await countOf(other, 'b'), 200);
      }),
    );

    it(
      'hide no event from a follower, whoever wrote it',
      withTwo(async (one, other) => {
        const writers = numbers(8).map((writer) => write(writer % 2 ? one : other, writer, 40));
        const [seen, seenThere] = await Promise.all([follow(one, 320), follow(other, 320), ...writers]);
        assert.equal(new Set(seen).size, 320, 'an event was missed');
        assert.deepEqual(seen, seenThere, 'two followers saw another order');
      }),
    );

    it(
      'wake each other',
      withTwo(async (one, other) => {
        let woken = 0;
        const stop = one.watch(() => woken++);
        await sleep(500);
        const before = woken;
        await other.ingest(deliveryOf(entryOf('1')));
        assert.ok(await until(() => woken > before), 'nobody was woken');
        stop();
      }),
    );

    it(
      'share leases',
      withTwo(async (one, other) => {
        assert.equal(await one.lease('work', 'a', 60_000), true);
        assert.equal(await other.lease('work', 'b', 60_000), false);
        await one.release('work', 'a');
        assert.equal(await other.lease('work', 'b', 60_000), true);
      }),
    );
  });
}
