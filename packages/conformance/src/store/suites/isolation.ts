import assert from 'node:assert/strict';
import type { Scope } from '@anyinbox/core';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { entryOf, eventOf, recordOf, setTo, timeOf } from '../things.ts';
import { withStore } from '../with-store.ts';

/** Names that a careless key would take for one another. */
const scopes: readonly Scope[] = [
  { tenantId: 'a', connectionId: 'b' },
  { tenantId: 'a', connectionId: 'c' },
  { tenantId: 'b', connectionId: 'b' },
  { tenantId: 'a:b', connectionId: 'c' },
  { tenantId: 'a', connectionId: 'b:c' },
  { tenantId: 'a\nb', connectionId: 'c' },
  { tenantId: 'a', connectionId: 'b\nc' },
  { tenantId: 'A', connectionId: 'b' },
  { tenantId: 'a ', connectionId: 'b' },
];

/** Nothing of one connection or tenant is seen, changed or removed through another, whatever ids they share. */
export function testIsolation({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('connections and tenants', () => {
    const nameOf = ({ tenantId, connectionId }: Scope) => JSON.stringify([tenantId, connectionId]);
    const mine = (scope: Scope) => recordOf('same', { value: { of: nameOf(scope) }, facets: { contactId: 'kim' } });
    const write = (scope: Scope) => ({
      scope,
      entries: [
        entryOf('same', [setTo(mine(scope))], {
          event: eventOf('same', { tenantId: scope.tenantId, connectionId: scope.connectionId }),
          conversationId: 'same',
        }),
      ],
      marks: { place: nameOf(scope) },
    });

    it(
      'keep the same ids apart',
      withStore(target, async (store) => {
        await Promise.all(scopes.map((scope) => store.ingest(write(scope))));
        for (const scope of scopes) {
          assert.deepEqual(await store.get(scope, 'conversation', ['same']), [mine(scope)]);
          assert.deepEqual(await store.list(scope, { kind: 'conversation', limit: 9 }), [mine(scope)]);
          assert.equal(await store.mark(scope, 'place'), nameOf(scope));
        }
      }),
    );

    it(
      'are filters of the log',
      withStore(target, async (store) => {
        for (const scope of scopes) await store.ingest(write(scope));
        const read = async (query: { tenantId?: string; connectionIds?: string[] }) =>
          (await store.events({ ...query, limit: 99 })).map(({ event }) => [event.tenantId, event.connectionId]);
        assert.deepEqual(
          await read({}),
          scopes.map(({ tenantId, connectionId }) => [tenantId, connectionId]),
        );
        assert.deepEqual(await read({ tenantId: 'a', connectionIds: ['c', 'b', 'b'] }), [
          ['a', 'b'],
          ['a', 'c'],
        ]);
        assert.deepEqual(await read({ tenantId: 'b' }), [['b', 'b']]);
        assert.deepEqual(await read({ tenantId: 'a' }), [
          ['a', 'b'],
          ['a', 'c'],
          ['a', 'b:c'],
          ['a', 'b\nc'],
        ]);
        assert.deepEqual(await read({ tenantId: 'a', connectionIds: [] }), []);
        assert.deepEqual(await read({ tenantId: 'nobody' }), []);
      }),
    );

    it(
      'are erased and expired each for itself',
      withStore(target, async (store) => {
        for (const scope of scopes) await store.ingest(write(scope));
        const [first, second, ...others] = scopes as [Scope, Scope, ...Scope[]];
        await store.erase(first, { conversationIds: ['same'], contactIds: ['kim'] });
        await store.expire(second, timeOf(9), 99);
        for (const gone of [first, second]) assert.deepEqual(await store.get(gone, 'conversation', ['same']), []);
        for (const scope of others) assert.deepEqual(await store.get(scope, 'conversation', ['same']), [mine(scope)]);
        assert.equal((await store.events({ limit: 99 })).length, others.length);
      }),
    );
  });
}
