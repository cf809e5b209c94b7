import assert from 'node:assert/strict';
import type { MirrorRecord, RecordChange } from '@anyinbox/core';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { countOf, deliveryOf, entryOf, increment, loggedIds, numbers, recordOf, scope } from '../things.ts';
import { withStore } from '../with-store.ts';

const fails: RecordChange = {
  key: { kind: 'conversation', id: 'b' },
  merge: () => {
    throw new Error('This merge fails');
  },
};

/** A delivery is written whole or not at all, and no two of them mix. */
export function testTransactions({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('transactions', () => {
    it(
      'when a merge throws, nothing of the delivery was written, and it may come again',
      withStore(target, async (store) => {
        const good = entryOf('good', [increment('a')]);
        const bad = { ...deliveryOf(good, entryOf('bad', [increment('a'), fails])), marks: { at: 'here' } };
        await assert.rejects(() => store.ingest(bad));
        assert.deepEqual(await loggedIds(store), []);
        assert.deepEqual(await store.get(scope, 'conversation', ['a', 'b']), []);
        assert.equal(await store.mark(scope, 'at'), undefined);
        assert.deepEqual(await store.ingest(deliveryOf(good)), { accepted: ['good'] });
        assert.equal(await countOf(store, 'a'), 1);
      }),
    );

    it(
      'one that fails harms none that is written at the same time',
      withStore(target, async (store) => {
        const outcomes = await Promise.allSettled(
          numbers(30).map((number) =>
            store.ingest(deliveryOf(entryOf(String(number), [number % 10 === 3 ? fails : increment('a')]))),
          ),
        );
        outcomes.forEach(({ status }, number) => {
          assert.equal(status, number % 10 === 3 ? 'rejected' : 'fulfilled', `delivery ${number}`);
        });
        assert.equal(await countOf(store, 'a'), 27);
      }),
    );

    it(
      'merges see the record as it is, also within one delivery and one entry',
      withStore(target, async (store) => {
        const seen: (MirrorRecord | undefined)[] = [];
        const look = (number: number): RecordChange => ({
          key: { kind: 'conversation', id: 'a' },
          merge: (current) => {
            seen.push(current);
            return recordOf('a', { value: { number } });
          },
        });
        await store.ingest(deliveryOf(entryOf('1', [look(1), look(2)]), entryOf('2', [look(3)])));
        const before = seen.slice(-3).map((record) => record?.value['number']);
        assert.deepEqual(before, [undefined, 1, 2]);
        await store.ingest(deliveryOf(entryOf('3', [look(4)])));
        assert.deepEqual(seen.at(-1), recordOf('a', { value: { number: 3 } }));
      }),
    );

    it(
      'parallel increments are all counted',
      withStore(target, async (store) => {
        await Promise.all(
          numbers(200).map((number) => store.ingest(deliveryOf(entryOf(`${number}`, [increment('a')])))),
        );
        assert.equal(await countOf(store, 'a'), 200);
      }),
    );

    it(
      'kinds do not mix: one id of two kinds is two records',
      withStore(target, async (store) => {
        const agent = recordOf('a', { kind: 'agent', value: { name: 'Ada' } });
        const change: RecordChange = { key: { kind: 'agent', id: 'a' }, merge: (current) => current ?? agent };
        await store.ingest(deliveryOf(entryOf('1', [increment('a'), change])));
        assert.deepEqual(await store.get(scope, 'agent', ['a']), [agent]);
        assert.equal(await countOf(store, 'a'), 1);
      }),
    );
  });
}
