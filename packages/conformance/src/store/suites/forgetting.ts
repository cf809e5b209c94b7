import assert from 'node:assert/strict';
import type { Scope } from '@anyinbox/core';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { entryOf, readLog, recordOf, setTo } from '../things.ts';
import { withStore } from '../with-store.ts';
import { idsOf } from './lists.ts';

const sales = { tenantId: 'acme', connectionId: 'sales' };
const support = { tenantId: 'acme', connectionId: 'support' };
const other = { tenantId: 'globex', connectionId: 'sales' };

/** Of a tenant that leaves nothing stays, and nothing of the others goes. */
export function testForgetting({ describe, it }: TestRunner, target: StoreTarget): void {
  const cases = [
    { name: 'a tenant', which: ['acme'], gone: [sales, support], stays: [other] },
    { name: 'one connection', which: ['acme', 'sales'], gone: [sales], stays: [support, other] },
  ] as const;
  describe('forgetting', () => {
    for (const { name, which, gone, stays } of cases)
      it(
        `removes everything of ${name}, and nothing else`,
        withStore(target, async (store) => {
          const entries = ['1', '2'].map((id) =>
            entryOf(id, [setTo(recordOf(id))], { conversationId: id, contactId: 'kim' }),
          );
          for (const scope of [sales, support, other]) {
            await store.ingest({ scope, entries, marks: { poll: 'here' } });
            await store.erase(scope, { conversationIds: ['2'], contactIds: [], until: '9' });
          }
          const [tenantId, connectionId] = which;
          const removed = await store.forget(tenantId, connectionId);
          assert.equal(removed.records, gone.length);
          const left = async (scope: Scope) => [
            idsOf(await store.list(scope, { kind: 'conversation', limit: 9 })),
            await store.mark(scope, 'poll'),
          ];
          for (const scope of gone) assert.deepEqual(await left(scope), [[], undefined]);
          for (const scope of stays) assert.deepEqual(await left(scope), [['1'], 'here']);
          assert.equal((await readLog(store)).length, stays.length);
          for (const scope of gone) assert.deepEqual((await store.ingest({ scope, entries })).accepted, ['1', '2']);
          for (const scope of stays) assert.deepEqual((await store.ingest({ scope, entries })).accepted, []);
        }),
      );
  });
}
