import assert from 'node:assert/strict';
import type { MirrorRecord, RecordQuery, Store } from '@anyinbox/core';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { eventOf, fill, numbers, recordOf, scope, setTo, timeOf } from '../things.ts';
import { withStore } from '../with-store.ts';

/** Newest first, and every record on exactly one page. */
export function testLists({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('lists', () => {
    const records = numbers(30).map((number) =>
      recordOf(`id ${String(number).padStart(2, '0')}`, { at: number % 5 === 0 ? '' : timeOf(number % 4) }),
    );
    const ordered = [...records].sort(newestFirst).map(({ id }) => id);

    it(
      'stand in the order of time and then of ids, what has no time last',
      withStore(target, async (store) => {
        await fill(store, records);
        const found = await store.list(scope, { kind: 'conversation', limit: 100 });
        assert.deepEqual(idsOf(found), ordered);
        assert.deepEqual(idsOf(await store.list(scope, { kind: 'conversation', limit: 3 })), ordered.slice(0, 3));
      }),
    );

    for (const limit of [1, 4, 7])
      it(
        `come in pages of ${limit}, also where many have one time`,
        withStore(target, async (store) => {
          await fill(store, records);
          assert.deepEqual(await readPages(store, { kind: 'conversation', limit }), ordered);
        }),
      );

    it(
      'a record that changed its time stands at its new place only',
      withStore(target, async (store) => {
        await fill(store, records);
        const moved = recordOf('id 07', { at: timeOf(99) });
        await store.ingest({
          scope,
          entries: [{ event: eventOf('moved'), changes: [setTo(moved)] }],
        });
        const found = idsOf(await store.list(scope, { kind: 'conversation', limit: 100 }));
        assert.deepEqual(found, ['id 07', ...ordered.filter((id) => id !== 'id 07')]);
      }),
    );

    it(
      'a page continues after a record that is gone',
      withStore(target, async (store) => {
        await fill(store, [recordOf('a'), recordOf('c')]);
        const after = { at: timeOf(0), id: 'b' };
        assert.deepEqual(idsOf(await store.list(scope, { kind: 'conversation', after, limit: 9 })), ['a']);
      }),
    );

    it(
      'messages are those of their conversation',
      withStore(target, async (store) => {
        const message = (id: string, parent: string) => recordOf(id, { kind: 'message', parent });
        await fill(store, [recordOf('one'), message('1', 'one'), message('2', 'two'), message('3', 'one')]);
        const query = { kind: 'message', limit: 9 } as const;
        assert.deepEqual(idsOf(await store.list(scope, { ...query, parent: 'one' })), ['3', '1']);
        assert.deepEqual(idsOf(await store.list(scope, { ...query, parent: 'none' })), []);
        assert.deepEqual(idsOf(await store.list(scope, { kind: 'conversation', limit: 9 })), ['one']);
      }),
    );

    it(
      'get finds what is there, each once',
      withStore(target, async (store) => {
        await fill(store, [recordOf('a'), recordOf('b')]);
        const found = await store.get(scope, 'conversation', ['b', 'none', 'a', 'b']);
        assert.deepEqual(idsOf(found).sort(), ['a', 'b']);
        assert.deepEqual(await store.get(scope, 'conversation', []), []);
      }),
    );
  });
}

function newestFirst(left: MirrorRecord, right: MirrorRecord): number {
  if (left.at !== right.at) return left.at < right.at ? 1 : -1;
  return left.id < right.id ? 1 : -1;
}

export function idsOf(records: readonly MirrorRecord[]): string[] {
  return records.map(({ id }) => id);
}

export async function readPages(store: Store, query: RecordQuery): Promise<readonly string[]> {
  const page = await store.list(scope, query);
  const after = page.at(-1);
  assert.ok(page.length <= query.limit, 'a page is longer than its limit');
  return after ? [...idsOf(page), ...(await readPages(store, { ...query, after }))] : [];
}
