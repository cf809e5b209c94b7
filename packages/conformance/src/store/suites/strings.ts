import assert from 'node:assert/strict';
import type { TestRunner } from '../../runner.ts';
import type { StoreTarget } from '../target.ts';
import { entryOf, eventOf, loggedIds, recordOf, scope, setTo } from '../things.ts';
import { withStore } from '../with-store.ts';
import { readPages } from './lists.ts';

/** Each differs from the others, and none means anything. */
const hostileStrings: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  'a\u0001b',
  '\\u0000',
  '\u001a0000',
  '\ud800',
  '\udfff',
  '\udc00\ud800',
  '\ufffd',
  '😀',
  'é',
  'e\u0301',
  '__proto__',
  'constructor',
  "'; drop table records; --",
  '"\\',
  '%_*?',
  '$1',
  '{"a":1}',
  'null',
  'line\nbreak\r\t',
  'x'.repeat(10_000),
  `${'x'.repeat(10_000)}y`,
  '😀'.repeat(3000),
  `x${'😀'.repeat(3000)}`,
];

/** Strings come back as they went in, wherever they stand. */
export function testStrings({ describe, it }: TestRunner, target: StoreTarget): void {
  describe('strings of any characters', () => {
    it(
      'are ids of records, events and conversations',
      withStore(target, async (store) => {
        const record = (id: string) => recordOf(id, { value: { [id]: id }, stamps: { [id]: id } });
        const message = (parent: string) => recordOf(`in ${parent}`, { kind: 'message', parent });
        const entries = hostileStrings.map((id) =>
          entryOf(id, [setTo(record(id)), setTo(message(id))], { conversationId: id, contactId: id }),
        );
        assert.deepEqual(await store.ingest({ scope, entries }), { accepted: hostileStrings });
        assert.deepEqual(await store.ingest({ scope, entries }), { accepted: [] });
        assert.deepEqual(await loggedIds(store), hostileStrings);
        for (const id of hostileStrings) {
          assert.deepEqual(await store.get(scope, 'conversation', [id]), [record(id)]);
          assert.deepEqual(await store.list(scope, { kind: 'message', parent: id, limit: 9 }), [message(id)]);
        }
        assert.equal((await store.get(scope, 'conversation', hostileStrings)).length, hostileStrings.length);
        const paged = await readPages(store, { kind: 'conversation', limit: 4 });
        assert.deepEqual([...paged].sort(), [...hostileStrings].sort());
      }),
    );

    it(
      'are filters, marks, leases, tenants and connections',
      withStore(target, async (store) => {
        for (const text of hostileStrings) {
          const own = { tenantId: text, connectionId: text };
          const facets = { status: text, agentId: text, channelId: text, groupId: text, contactId: text };
          const record = recordOf(text, { facets });
          await store.ingest({ scope: own, entries: [entryOf(text, [setTo(record)])], marks: { [text]: text } });
          assert.deepEqual(await store.list(own, { kind: 'conversation', where: facets, limit: 9 }), [record]);
          assert.equal(await store.mark(own, text), text);
          assert.equal((await store.events({ tenantId: text, connectionIds: [text], limit: 9 })).length, 1);
          assert.equal(await store.lease(text, text, 60_000), true);
          assert.equal(await store.lease(text, `not ${text}`, 60_000), false);
        }
      }),
    );

    it(
      'are erased by their own name only',
      withStore(target, async (store) => {
        const entries = hostileStrings.map((id) => entryOf(id, [setTo(recordOf(id))], { conversationId: id }));
        await store.ingest({ scope, entries });
        for (const [index, id] of hostileStrings.entries()) {
          const removed = await store.erase(scope, { conversationIds: [id], contactIds: [] });
          assert.deepEqual(removed, { records: 1, events: 1 }, `number ${index}`);
        }
      }),
    );

    it(
      'and JSON of any form are content',
      withStore(target, async (store) => {
        const value = JSON.parse(
          '{"__proto__":{"polluted":true},"deep":[[[[{"a":[null,true,false,0,-1.5e300,1e-7,12345678901234567]}]]]],"":""}',
        );
        const texts = { list: hostileStrings, map: Object.fromEntries(hostileStrings.map((text) => [text, text])) };
        const record = recordOf('a', { value: { ...texts, value }, stamps: { '\ud800\u0000': '\u0000\udfff' } });
        const event = eventOf('a', { type: 'vendor.other', data: { raw: { ...texts, value } } });
        await store.ingest({ scope, entries: [{ event, changes: [setTo(record)] }] });
        assert.deepEqual(await store.get(scope, 'conversation', ['a']), [record]);
        assert.deepEqual(
          (await store.events({ limit: 9 })).map((logged) => logged.event),
          [event],
        );
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      }),
    );
  });
}
