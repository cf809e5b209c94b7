import assert from 'node:assert/strict';
import type { Facets } from '@anyinbox/core';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { eventOf, fill, numbers, recordOf, scope, setTo, timeOf } from '../things.ts';
import { withStore } from '../with-store.ts';
import { idsOf, readPages } from './lists.ts';

const cases: readonly { readonly where: Facets; readonly other: Facets }[] = [
  { where: { status: 'open' }, other: { status: 'closed' } },
  { where: { channelId: 'web' }, other: { channelId: 'sms' } },
  { where: { agentId: 'ada' }, other: { agentId: 'bob' } },
  { where: { groupId: 'first' }, other: { groupId: 'second' } },
  { where: { contactId: 'kim' }, other: { contactId: 'lee' } },
  { where: { unassigned: true }, other: { unassigned: false } },
  { where: { unassigned: false }, other: { unassigned: true } },
  { where: { unread: true }, other: { unread: false } },
  { where: { unread: false }, other: { unread: true } },
];

/** What a list is filtered by. */
export function testFacets({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('filters', () => {
    for (const { where, other } of cases)
      it(
        `${JSON.stringify(where)} finds those and no others, in pages too`,
        withStore(target, async (store) => {
          const facetsOf = [where, other, {}];
          const records = numbers(30).map((number) =>
            recordOf(`${100 + number}`, { at: timeOf(number % 6), facets: facetsOf[number % 3] ?? {} }),
          );
          await fill(store, records);
          const all = await store.list(scope, { kind: 'conversation', limit: 100 });
          const fitting = idsOf(all.filter(({ facets }) => same(facets, where)));
          assert.equal(fitting.length, 10);
          assert.deepEqual(await readPages(store, { kind: 'conversation', where, limit: 3 }), fitting);
        }),
      );

    it(
      'several must all fit, and what is undefined asks for nothing',
      withStore(target, async (store) => {
        await fill(store, [
          recordOf('a', { facets: { status: 'open', agentId: 'ada', unread: true } }),
          recordOf('b', { facets: { status: 'open', agentId: 'bob', unread: true } }),
          recordOf('c', { facets: { status: 'open', agentId: 'ada' } }),
        ]);
        const found = async (where: object) =>
          idsOf(await store.list(scope, { kind: 'conversation', where, limit: 9 }));
        assert.deepEqual(await found({ status: 'open', agentId: 'ada', unread: true }), ['a']);
        assert.deepEqual(await found({ agentId: 'ada', status: undefined }), ['c', 'a']);
        assert.deepEqual(await found({ status: 'closed' }), []);
        assert.deepEqual(await found({}), ['c', 'b', 'a']);
      }),
    );

    it(
      'a facet that a record lost finds it no more',
      withStore(target, async (store) => {
        await fill(store, [recordOf('a', { facets: { status: 'open', unread: true } })]);
        await store.ingest({ scope, entries: [{ event: eventOf('next'), changes: [setTo(recordOf('a'))] }] });
        for (const where of [{ status: 'open' }, { unread: true }])
          assert.deepEqual(await store.list(scope, { kind: 'conversation', where, limit: 9 }), []);
      }),
    );
  });
}

function same(left: Facets, right: Facets): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
