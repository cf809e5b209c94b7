import assert from 'node:assert/strict';
import type { MirrorRecord, RecordChange } from '@anyinbox/core';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { deliveryOf, entryOf, eventOf, recordOf, scope, setTo } from '../things.ts';
import { withStore } from '../with-store.ts';

/** What a store has, nobody else has a hand on. */
export function testOwnership({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('ownership', () => {
    it(
      'what was given may be changed afterwards without harm',
      withStore(target, async (store) => {
        const record = recordOf('a', { value: { list: ['as given'] } });
        const event = eventOf('1', { data: { raw: { list: ['as given'] } } });
        const given = structuredClone({ record, event });
        await store.ingest({ scope, entries: [{ event, changes: [setTo(record)] }] });
        spoil(record);
        spoil(event.data.raw);
        assert.deepEqual(await store.get(scope, 'conversation', ['a']), [given.record]);
        assert.deepEqual(
          (await store.events({ limit: 9 })).map((logged) => logged.event),
          [given.event],
        );
      }),
    );

    it(
      'what was answered may be changed without harm',
      withStore(target, async (store) => {
        const record = recordOf('a', { value: { list: [1] } });
        await store.ingest(deliveryOf(entryOf('1', [setTo(recordOf('a', { value: { list: [1] } }))])));
        const read = {
          get: () => store.get(scope, 'conversation', ['a']),
          list: () => store.list(scope, { kind: 'conversation', limit: 9 }),
        };
        for (const find of Object.values(read)) {
          for (const found of await find()) spoil(found);
          assert.deepEqual(await find(), [record]);
        }
        for (const { event } of await store.events({ limit: 9 })) spoil(event);
        assert.deepEqual(
          (await store.events({ limit: 9 })).map(({ event }) => event),
          [eventOf('1')],
        );
      }),
    );

    it(
      'a merge that changes what it was shown changes that only',
      withStore(target, async (store) => {
        const record = recordOf('a', { value: { list: [1] } });
        const spoils: RecordChange = {
          key: record,
          merge: (current) => {
            spoil(current);
            return recordOf('a', { value: { list: [2] } });
          },
        };
        const fails: RecordChange = {
          key: record,
          merge: (current) => {
            spoil(current);
            throw new Error('This merge fails');
          },
        };
        await store.ingest(deliveryOf(entryOf('1', [setTo(record)])));
        await assert.rejects(() => store.ingest(deliveryOf(entryOf('2', [fails]))));
        assert.deepEqual(await store.get(scope, 'conversation', ['a']), [recordOf('a', { value: { list: [1] } })]);
        await store.ingest(deliveryOf(entryOf('3', [spoils])));
        assert.deepEqual(await store.get(scope, 'conversation', ['a']), [recordOf('a', { value: { list: [2] } })]);
      }),
    );
  });
}

function spoil(thing: unknown): void {
  const { value, list } = (thing ?? {}) as Partial<MirrorRecord> & { list?: unknown[] };
  if (value) Object.assign(value, { spoiled: true });
  (value?.['list'] as unknown[] | undefined)?.push('spoiled');
  list?.push('spoiled');
  if (thing) Object.assign(thing, { spoiled: true });
}
