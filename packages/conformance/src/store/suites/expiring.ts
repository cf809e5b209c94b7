import assert from 'node:assert/strict';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { entryOf, eventOf, loggedIds, numbers, recordOf, scope, setTo, timeOf } from '../things.ts';
import { withStore } from '../with-store.ts';
import { idsOf } from './lists.ts';

/** What is old goes, a bounded number at a time. */
export function testExpiring({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('expiring', () => {
    it(
      'removes conversations, messages and events from before a time, and nothing else',
      withStore(target, async (store) => {
        const entries = numbers(4).map((number) =>
          entryOf(
            `${number}`,
            [
              setTo(recordOf(`c${number}`, { at: timeOf(number) })),
              setTo(recordOf(`m${number}`, { kind: 'message', parent: 'c3', at: timeOf(number) })),
              setTo(recordOf(`a${number}`, { kind: 'agent', at: timeOf(number) })),
            ],
            { event: eventOf(`${number}`, { receivedAt: timeOf(number) }) },
          ),
        );
        const timeless = {
          event: eventOf('9', { receivedAt: timeOf(9) }),
          changes: [setTo(recordOf('no', { at: '' }))],
        };
        await store.ingest({ scope, entries: [...entries, timeless] });
        assert.deepEqual(await store.expire(scope, timeOf(2), 99), { records: 4, events: 2 });
        assert.deepEqual(idsOf(await store.list(scope, { kind: 'conversation', limit: 9 })), ['c3', 'c2', 'no']);
        assert.deepEqual(idsOf(await store.list(scope, { kind: 'message', parent: 'c3', limit: 9 })), ['m3', 'm2']);
        assert.equal((await store.list(scope, { kind: 'agent', limit: 9 })).length, 4);
        assert.deepEqual(await loggedIds(store), ['2', '3', '9']);
        assert.deepEqual(await store.expire(scope, timeOf(2), 99), { records: 0, events: 0 });
      }),
    );

    it(
      'removes no more than it may, and the rest when it is called again',
      withStore(target, async (store) => {
        const entries = numbers(10).map((number) => entryOf(`${number}`, [setTo(recordOf(`${number}`))]));
        await store.ingest({ scope, entries });
        assert.deepEqual(await store.expire(scope, timeOf(1), 7), { records: 7, events: 7 });
        assert.equal((await store.list(scope, { kind: 'conversation', limit: 99 })).length, 3);
        assert.equal((await loggedIds(store)).length, 3);
        assert.deepEqual(await store.expire(scope, timeOf(1), 7), { records: 3, events: 3 });
      }),
    );

    it(
      'uses no position twice',
      withStore(target, async (store) => {
        await store.ingest({ scope, entries: [entryOf('1'), entryOf('2')] });
        const last = await store.head();
        await store.expire(scope, timeOf(1), 9);
        await store.ingest({ scope, entries: [entryOf('3')] });
        const [next] = await store.events({ after: last, limit: 9 });
        assert.equal(next?.event.id, '3');
      }),
    );
  });
}
