import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '@anyinbox/core';
import type { TestRunner } from '../../runner.ts';
import { follow } from '../follow.ts';
import type { StoreTarget } from '../target.ts';
import { deliveryOf, entryOf, increment, numbers } from '../things.ts';
import { withStore } from '../with-store.ts';

/** Who reads while others write misses nothing, and is told that there is something to read. */
export function testFollowers({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('followers', () => {
    it(
      'see every event once, in the order of each writer, while many write',
      withStore(target, async (store) => {
        const [seen] = await Promise.all([follow(store, 400), ...numbers(8).map((writer) => write(store, writer, 50))]);
        assert.equal(new Set(seen).size, 400, 'an event was missed');
        assert.equal(seen.length, 400, 'an event was seen twice');
        for (const writer of numbers(8)) {
          const own = seen.filter((id) => id.startsWith(`${writer}:`));
          assert.deepEqual(
            own,
            numbers(50).map((number) => `${writer}:${number}`),
          );
        }
      }),
    );

    it(
      'are woken when something was logged, and not after they ended it',
      withStore(target, async (store) => {
        let woken = 0;
        const stop = store.watch(() => woken++);
        await sleep(300);
        const before = woken;
        await store.ingest(deliveryOf(entryOf('1')));
        assert.ok(await until(() => woken > before), 'nobody was woken');
        stop();
        stop();
        await sleep(50);
        const after = woken;
        await store.ingest(deliveryOf(entryOf('2')));
        await sleep(200);
        assert.equal(woken, after, 'woken after the end');
      }),
    );

    it(
      'of one tenant are woken for theirs',
      withStore(target, async (store) => {
        let woken = 0;
        const stop = store.watch(() => woken++, 'globex');
        await sleep(300);
        const before = woken;
        await store.ingest({ scope: { tenantId: 'globex', connectionId: 'mail' }, entries: [entryOf('1')] });
        assert.ok(await until(() => woken > before), 'nobody was woken');
        stop();
      }),
    );

    it(
      'are woken each, also where one function watches twice',
      withStore(target, async (store) => {
        let woken = 0;
        const listener = () => woken++;
        const stops = [store.watch(listener), store.watch(listener)];
        stops[0]?.();
        await sleep(300);
        const before = woken;
        await store.ingest(deliveryOf(entryOf('1')));
        assert.ok(await until(() => woken > before), 'the other watch has ended too');
        stops[1]?.();
      }),
    );
  });
}

/** Some events, one after the other. */
export async function write(store: Store, writer: number, count: number): Promise<void> {
  for (const number of numbers(count))
    await store.ingest(deliveryOf(entryOf(`${writer}:${number}`, [increment(`conversation ${number % 3}`)])));
}

export async function until(isTrue: () => boolean, timeoutMs = 8000): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end && !isTrue(); ) await sleep(5);
  return isTrue();
}
