import assert from 'node:assert/strict';
import type { Listing, ListOptions, Operation } from '@anyinbox/core';
import { isDeclared } from '../declared.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor, Subject } from '../target.ts';

type Item = { readonly id: string; readonly updatedAt?: string; readonly createdAt?: string };
type List = (subject: Subject, options?: ListOptions) => Listing<Item>;

const lists: readonly [Operation, List][] = [
  ['conversations.list', ({ inbox }, options) => inbox.conversations.list(options)],
  ['messages.list', ({ inbox, known, id }, options) => inbox.messages.list(id(known.conversation), options)],
  ['notes.list', ({ inbox, known, id }, options) => inbox.notes.list(id(known.conversation), options)],
  ['channels.list', ({ inbox }, options) => inbox.channels.list(options)],
  ['agents.list', ({ inbox }, options) => inbox.agents.list(options)],
  ['groups.list', ({ inbox }, options) => inbox.groups.list(options)],
];

const ids = (items: readonly Item[]) => items.map(({ id }) => id);
const most = 500;

/** Every listing is ordered, repeats nothing, ends, resumes and cancels. */
export function testListings<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  for (const [operation, list] of lists) {
    if (!isDeclared(target, operation)) continue;
    runner.describe(`the listing ${operation}`, () => {
      const test = (
        name: string,
        work: (subject: Parameters<Parameters<typeof withSubject<V>>[1]>[0]) => Promise<void>,
      ) => runner.it(name, () => withSubject(target, work));
      const testUnless = (knob: 'order' | 'resume' | 'cancel', name: string, work: Parameters<typeof test>[1]) => {
        const reason = target.skip?.[knob];
        if (reason === undefined) test(name, work);
        else runner.skip(`${name} (skipped: ${reason})`, () => {});
      };

      test('repeats nothing and ends', async (subject) => {
        const all = await list(subject).toArray({ limit: most });
        assert.ok(all.length < most, `more than ${most} items: seed fewer`);
        assert.equal(new Set(ids(all)).size, all.length, 'an item came twice');
      });

      const time = operation === 'conversations.list' ? 'updatedAt' : 'createdAt';
      if (operation === 'conversations.list' || operation === 'messages.list')
        testUnless('order', 'is newest first', async (subject) => {
          // As numbers: one vendor's times have fractions of a second and another's have not.
          const items = await list(subject).toArray({ limit: most });
          const times = items.flatMap((item) => (item[time] === undefined ? [] : Date.parse(item[time])));
          assert.deepEqual(
            times,
            times.toSorted((one, other) => other - one),
          );
        });

      test('is the same item by item, page by page and in pages of one', async (subject) => {
        const all = ids(await list(subject).toArray({ limit: 6 }));
        const iterated: string[] = [];
        for await (const item of list(subject, { limit: 2 })) {
          if (iterated.length === all.length) break;
          iterated.push(item.id);
        }
        assert.deepEqual(iterated, all);
        const paged: string[] = [];
        for await (const { items } of list(subject, { limit: 1 }).pages()) {
          assert.ok(items.length <= 1, 'a page is larger than its limit');
          paged.push(...ids(items));
          if (paged.length >= all.length) break;
        }
        assert.deepEqual(paged, all);
      });

      testUnless('resume', 'resumes in another inbox from a cursor', async (subject) => {
        const all = ids(await list(subject).toArray({ limit: 6 }));
        const resumed: string[] = [];
        let cursor: string | undefined;
        do {
          const inbox = subject.another({});
          const page = await list({ ...subject, inbox }, { limit: 2, ...(cursor !== undefined && { cursor }) });
          resumed.push(...ids(page.items));
          cursor = page.nextCursor;
        } while (cursor !== undefined && resumed.length < all.length);
        assert.deepEqual(resumed.slice(0, all.length), all);
      });

      test('refuses a cursor of another connection or a forged one', async (subject) => {
        const { nextCursor } = await list(subject, { limit: 1 });
        const refused: [Subject, string][] = [[subject, 'bm9uZQ']];
        if (nextCursor !== undefined)
          refused.push([{ ...subject, inbox: subject.another({ connectionId: 'other' }) }, nextCursor]);
        for (const [from, cursor] of refused) {
          const elsewhere = from === subject ? from : { ...from, id: (nativeId: string) => `other:${nativeId}` };
          assert.equal((await rejection(list(elsewhere, { limit: 1, cursor }))).code, 'invalid-request');
        }
      });

      testUnless('cancel', 'cancels the request in flight when it is left', async (subject) => {
        subject.proxy.rule = { fault: { kind: 'silence' } };
        const iterator = list(subject)[Symbol.asyncIterator]();
        const pending = iterator.next();
        await until(() => subject.proxy.requests.length > 0);
        await iterator.return?.();
        assert.deepEqual(await pending, { done: true, value: undefined });
        await Promise.all(subject.proxy.requests.map(({ closed }) => closed));
      });

      test('rejects at once with the reason of its signal', async (subject) => {
        subject.proxy.rule = { fault: { kind: 'silence' } };
        const controller = new AbortController();
        const reading = rejection(list(subject, { signal: controller.signal }));
        await until(() => subject.proxy.requests.length > 0);
        controller.abort('enough');
        const error = await reading;
        assert.deepEqual([error.code, error.cause], ['aborted', 'enough']);
      });
    });
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
