import assert from 'node:assert/strict';
import type { LogEntry } from '@anyinbox/core';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { deliveryOf, entryOf, eventOf, loggedIds, recordOf, scope, setTo, timeOf } from '../things.ts';
import { withStore } from '../with-store.ts';
import { idsOf } from './lists.ts';

const message = (id: string, parent: string) => recordOf(id, { kind: 'message', parent });
const conversation = (id: string, contactId: string) => recordOf(id, { facets: { contactId } });

const entries: readonly LogEntry[] = [
  entryOf('1', [setTo(conversation('a', 'kim')), setTo(message('a1', 'a'))], { conversationId: 'a', contactId: 'kim' }),
  entryOf('2', [setTo(message('a2', 'a'))], { conversationId: 'a' }),
  entryOf('3', [setTo(conversation('b', 'lee')), setTo(message('b1', 'b'))], { conversationId: 'b', contactId: 'lee' }),
  entryOf('4', [setTo(recordOf('web', { kind: 'channel' })), setTo(recordOf('a', { kind: 'agent' }))]),
  entryOf('5', [], { contactId: 'kim' }),
];

/** What is erased is gone, and does not come back by being delivered again. */
export function testErasing({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('erasing', () => {
    const cases = [
      { name: 'a conversation', what: { conversationIds: ['a'], contactIds: [] }, events: ['3', '4', '5'] },
      {
        name: 'a contact, with the messages of their conversations',
        what: { conversationIds: [], contactIds: ['kim'] },
        events: ['3', '4'],
      },
    ];
    for (const { name, what, events } of cases)
      it(
        `removes ${name}`,
        withStore(target, async (store) => {
          await store.ingest(deliveryOf(...entries));
          const removed = await store.erase(scope, what);
          assert.deepEqual(removed, { records: 3, events: entries.length - events.length });
          assert.deepEqual(idsOf(await store.list(scope, { kind: 'conversation', limit: 9 })), ['b']);
          assert.deepEqual(await store.list(scope, { kind: 'message', parent: 'a', limit: 9 }), []);
          assert.deepEqual(await store.get(scope, 'message', ['a1', 'a2']), []);
          assert.deepEqual(idsOf(await store.get(scope, 'message', ['b1'])), ['b1']);
          assert.deepEqual(idsOf(await store.get(scope, 'agent', ['a'])), ['a']);
          assert.deepEqual(await loggedIds(store), events);
        }),
      );

    it(
      'remembers what was seen: the same delivery again brings nothing back',
      withStore(target, async (store) => {
        await store.ingest(deliveryOf(...entries));
        await store.erase(scope, { conversationIds: ['a'], contactIds: ['lee'] });
        assert.deepEqual(await store.ingest(deliveryOf(...entries)), { accepted: [] });
        assert.deepEqual(await store.list(scope, { kind: 'conversation', limit: 9 }), []);
        assert.deepEqual(await loggedIds(store), ['4', '5']);
      }),
    );

    it(
      'finds conversations by what was told of a contact, though no record of them is left',
      withStore(target, async (store) => {
        await store.ingest(deliveryOf(...entries, entryOf('6', [], { conversationId: 'c', contactId: 'kim' })));
        await store.ingest(deliveryOf(entryOf('7', [], { conversationId: 'c' })));
        await store.erase(scope, { conversationIds: [], contactIds: ['kim'] });
        assert.deepEqual(await loggedIds(store), ['3', '4']);
      }),
    );

    it(
      'keeps out what happened until then, though it is heard of later, and nothing else',
      withStore(target, async (store) => {
        await store.ingest(deliveryOf(...entries));
        await store.erase(scope, { conversationIds: [], contactIds: ['kim'], until: timeOf(5) });
        const late = (id: string, second: number, more: object) =>
          entryOf(id, [setTo(recordOf(`of ${id}`))], {
            event: eventOf(id, { occurredAt: timeOf(second) }),
            ...more,
          });
        const { accepted } = await store.ingest(
          deliveryOf(
            late('by conversation', 4, { conversationId: 'a' }),
            late('by contact', 5, { contactId: 'kim', conversationId: 'never heard of' }),
            late('of somebody else', 4, { conversationId: 'b', contactId: 'lee' }),
            late('of nobody', 4, {}),
            late('later', 6, { conversationId: 'a', contactId: 'kim' }),
          ),
        );
        assert.deepEqual(accepted, ['of somebody else', 'of nobody', 'later']);
        assert.deepEqual(await loggedIds(store), ['3', '4', 'of somebody else', 'of nobody', 'later']);
        assert.deepEqual(await store.get(scope, 'conversation', ['of by conversation', 'of by contact']), []);
        await store.erase(scope, { conversationIds: ['a'], contactIds: [], until: timeOf(1) });
        assert.deepEqual(await store.ingest(deliveryOf(late('still', 4, { conversationId: 'a' }))), { accepted: [] });
      }),
    );

    it(
      'removes nothing twice, and nothing when nothing is named',
      withStore(target, async (store) => {
        await store.ingest(deliveryOf(...entries));
        const nothing = { records: 0, events: 0 };
        assert.deepEqual(await store.erase(scope, { conversationIds: [], contactIds: [] }), nothing);
        assert.deepEqual(await store.erase(scope, { conversationIds: ['none'], contactIds: ['a'] }), nothing);
        await store.erase(scope, { conversationIds: ['a'], contactIds: ['kim'] });
        assert.deepEqual(await store.erase(scope, { conversationIds: ['a'], contactIds: ['kim'] }), nothing);
      }),
    );

    it(
      'leaves the positions of what remains, so that a follower goes on',
      withStore(target, async (store) => {
        await store.ingest(deliveryOf(...entries));
        const before = await store.events({ limit: 9 });
        await store.erase(scope, { conversationIds: ['a'], contactIds: [] });
        assert.deepEqual(await store.events({ limit: 9 }), before.slice(2));
        await store.ingest(deliveryOf(entryOf('6')));
        const [next] = await store.events({ after: before.at(-1)?.position, limit: 9 });
        assert.equal(next?.event.id, '6');
      }),
    );
  });
}
