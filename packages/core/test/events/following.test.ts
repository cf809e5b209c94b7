import { createMemoryStore, type Store, type StreamedEvent } from '@anyinbox/core';
import { expect, test } from 'vitest';
import { at, eventfulTenants, messageOf, received } from '../support/eventful-vendor.ts';
import { failure } from '../support/failure.ts';

const told = (...ids: string[]) => ({ events: ids.map((id) => received('c1', messageOf(id, id, at(1)))) });

/** A store that says how many watch it. */
function watched(more: Partial<Store> = {}) {
  const inner = createMemoryStore();
  let watching = 0;
  const store: Store = {
    ...inner,
    ...more,
    watch(listener) {
      watching++;
      const end = inner.watch(listener);
      return () => {
        watching--;
        end();
      };
    },
  };
  return { store, watching: () => watching };
}

test('everything comes once and in order, over many pages, while more is written', async () => {
  const { post, tenants } = eventfulTenants();
  const names = Array.from({ length: 450 }, (_, index) => `m${index}`);
  await post(told(...names.slice(0, 250)));
  const read: StreamedEvent[] = [];
  const writing = (async () => {
    for (const name of names.slice(250)) await post(told(name));
  })();
  for await (const event of tenants.events()) if (read.push(event) === names.length) break;
  await writing;
  expect(read.map(({ data }) => data.message?.nativeId)).toEqual(names);
  const cursors = read.map(({ cursor }) => Number(cursor));
  expect(cursors).toEqual(cursors.toSorted((left, right) => left - right));
});

test('whoever is broken off at any event and goes on behind the last one it saw misses nothing', async () => {
  const { post, tenants } = eventfulTenants();
  const names = Array.from({ length: 30 }, (_, index) => `m${index}`);
  await post(told(...names));
  const read: (string | undefined)[] = [];
  let after: string | undefined;
  while (read.length < names.length)
    for await (const event of tenants.events({ after })) {
      read.push(event.data.message?.nativeId);
      after = event.cursor;
      if (read.length % 7 === 0 || read.length === names.length) break;
    }
  expect(read).toEqual(names);
});

test('an event that is written while the log is read is not slept over', async () => {
  const inner = createMemoryStore();
  let post: ((body: unknown) => Promise<Response>) | undefined;
  let calls = 0;
  const { store } = watched({
    async events(query) {
      const found = await inner.events(query);
      // Written when the answer is out already.
      if (calls++ === 0) await post?.(told('late'));
      return found;
    },
    ingest: inner.ingest,
    head: inner.head,
  });
  const kept = eventfulTenants({ store: { ...store, watch: inner.watch } });
  post = kept.post;
  const startedAt = performance.now();
  for await (const event of kept.tenants.events()) {
    expect(event.data.message?.text).toBe('late');
    break;
  }
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

test('nobody listens any more after a break, an abort, or an error of the one who reads', async () => {
  const { store, watching } = watched();
  const { post, tenants } = eventfulTenants({ store });
  await post(told('m1', 'm2'));
  for await (const _event of tenants.events()) {
    expect(watching()).toBe(1);
    break;
  }
  expect(watching()).toBe(0);
  const reading = async () => {
    for await (const _event of tenants.events()) throw new Error('of the app');
  };
  await expect(reading()).rejects.toThrow('of the app');
  expect(watching()).toBe(0);
  const stop = new AbortController();
  let seen = 0;
  for await (const _event of tenants.events({ signal: stop.signal })) {
    seen++;
    stop.abort();
  }
  expect([seen, watching()]).toEqual([1, 0]);
  for await (const _event of tenants.events({ signal: AbortSignal.abort() })) seen++;
  expect([seen, watching()]).toEqual([1, 0]);
});

test('a store that fails ends it with an error that quotes nothing, and on abort with none', async () => {
  const failing = { events: () => Promise.reject(new Error('canary')) };
  const { store, watching } = watched(failing);
  const { tenants } = eventfulTenants({ store });
  const error = await failure(tenants.events()[Symbol.asyncIterator]().next());
  expect(error).toMatchObject({ code: 'internal', retryable: true });
  expect(String(error.stack)).not.toContain('canary');
  expect(watching()).toBe(0);
});

test.each(['', 'then', '-1', '1.5', '0x10', '99999999999999999999', ' 1'])('%j is no cursor', async (after) => {
  const { tenants } = eventfulTenants();
  expect(await failure(tenants.events({ after })[Symbol.asyncIterator]().next())).toMatchObject({
    code: 'invalid-request',
  });
});
