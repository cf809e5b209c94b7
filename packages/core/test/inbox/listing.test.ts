import { setTimeout as delay } from 'node:timers/promises';
import type { Conversation, Listing } from '@anyinbox/core';
import { describe, expect, it } from 'vitest';
import { failure } from '../support/failure.ts';
import { pagedVendor } from '../support/paged-vendor.ts';
import { json, serve } from '../support/server.ts';
import { toyInbox } from '../support/toy-inbox.ts';

const numbers = (items: readonly Conversation[]) => items.map(({ nativeId }) => Number(nativeId));
const countdown = (from: number, to = 1) => Array.from({ length: from - to + 1 }, (_, index) => from - index);
const collect = async (listing: Listing<Conversation>) => {
  const items: Conversation[] = [];
  for await (const item of listing) items.push(item);
  return numbers(items);
};

describe('a listing', () => {
  it('requests nothing by itself', async () => {
    const vendor = await pagedVendor(3);
    const listing = toyInbox(vendor.url).conversations.list();
    await delay(20);
    expect(vendor.requests).toEqual([]);
    expect((await listing).items).toHaveLength(3);
  });

  it('awaited, is its first page, once', async () => {
    const vendor = await pagedVendor(12);
    const listing = toyInbox(vendor.url).conversations.list();
    const page = await listing;
    expect(numbers(page.items)).toEqual(countdown(12, 8));
    expect(page.nextCursor).toEqual(expect.any(String));
    expect(await listing).toBe(page);
    expect(vendor.requests).toHaveLength(1);
    // Iterated afterwards, it goes on from the page that is there.
    expect(await collect(listing)).toEqual(countdown(12));
    expect(vendor.requests).toHaveLength(3);
  });

  it('iterated, is everything', async () => {
    const vendor = await pagedVendor(12);
    expect(await collect(toyInbox(vendor.url).conversations.list())).toEqual(countdown(12));
    expect(vendor.requests).toHaveLength(3);
  });

  it('may be empty', async () => {
    const vendor = await pagedVendor(0);
    expect(await toyInbox(vendor.url).conversations.list()).toEqual({ items: [] });
    expect(await collect(toyInbox(vendor.url).conversations.list())).toEqual([]);
  });

  it('by pages', async () => {
    const vendor = await pagedVendor(7);
    const pages: number[][] = [];
    for await (const page of toyInbox(vendor.url).conversations.list({ limit: 3 }).pages())
      pages.push(numbers(page.items));
    expect(pages).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
    expect(vendor.requests).toHaveLength(2);
  });

  it('composes a larger page out of several of the vendor', async () => {
    const vendor = await pagedVendor(40);
    const page = await toyInbox(vendor.url).conversations.list({ limit: 25 });
    expect(numbers(page.items)).toEqual(countdown(40, 16));
    expect(vendor.requests).toHaveLength(5);
  });

  it('collects a bounded number without a request too many', async () => {
    const vendor = await pagedVendor(40);
    const listing = toyInbox(vendor.url).conversations.list();
    expect(numbers(await listing.toArray({ limit: 10 }))).toEqual(countdown(40, 31));
    await delay(20);
    expect(vendor.requests).toHaveLength(2);
    expect(await listing.toArray({ limit: 0 })).toEqual([]);
    expect(await listing.toArray({ limit: 1000 })).toHaveLength(40);
    for (const limit of [-1, 1.5, Number.NaN, '3' as never])
      expect((await failure(listing.toArray({ limit }))).code).toBe('invalid-request');
    expect((await failure(listing.toArray(undefined as never))).code).toBe('invalid-request');
  });

  it('fetches one page ahead while the app works, and no further', async () => {
    const vendor = await pagedVendor(40);
    const iterator = toyInbox(vendor.url).conversations.list()[Symbol.asyncIterator]();
    await iterator.next();
    await expect.poll(() => vendor.requests.length).toBe(2);
    await delay(30);
    expect(vendor.requests).toHaveLength(2);
    await iterator.return?.();
  });

  it('stays in order under parallel next()', async () => {
    const vendor = await pagedVendor(12);
    const iterator = toyInbox(vendor.url).conversations.list()[Symbol.asyncIterator]();
    const results = await Promise.all(Array.from({ length: 15 }, () => iterator.next()));
    expect(results.map(({ value }) => value && Number(value.nativeId))).toEqual([
      ...countdown(12),
      undefined,
      undefined,
      undefined,
    ]);
    expect(results.map(({ done }) => done ?? false)).toEqual([...Array(12).fill(false), true, true, true]);
    expect(vendor.requests).toHaveLength(3);
  });

  it('left early cancels the request in flight', async () => {
    let cancel: (count: number) => void = () => {};
    const cancelled = new Promise<number>((resolve) => {
      cancel = resolve;
    });
    const { url, requests } = await serve((_request, response, count) => {
      if (count === 1) return json(response, { items: [{ id: 2 }, { id: 1 }], next: '2' });
      return response.on('close', () => cancel(count));
    });
    for await (const _ of toyInbox(url).conversations.list()) {
      await expect.poll(() => requests.length).toBe(2);
      break;
    }
    expect(await cancelled).toBe(2);
  });

  it('returned while a next() is pending ends that one without a value', async () => {
    const vendor = await pagedVendor(40);
    vendor.onRequest = () => delay(5000, undefined, { ref: false });
    const iterator = toyInbox(vendor.url).conversations.list()[Symbol.asyncIterator]();
    const pending = iterator.next();
    await expect.poll(() => vendor.requests.length).toBe(1);
    const startedAt = Date.now();
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(Date.now() - startedAt).toBeLessThan(2000);
  });

  it('rejects with the reason of the caller when its signal fires', async () => {
    const vendor = await pagedVendor(40);
    const controller = new AbortController();
    const listing = toyInbox(vendor.url).conversations.list({ signal: controller.signal });
    const read: Conversation[] = [];
    const error = await failure(
      (async () => {
        for await (const item of listing) {
          read.push(item);
          if (read.length === 3) controller.abort('enough');
        }
      })(),
    );
    expect(error).toMatchObject({ code: 'aborted', cause: 'enough' });
    // Not even the rest of the page that is there already.
    expect(numbers(read)).toEqual(countdown(40, 38));
  });

  it('throws a failure where its page would have come', async () => {
    const vendor = await pagedVendor(12);
    const { url } = await serve(async (request, response, count) => {
      if (count === 2) return json(response, {}, 403);
      const upstream = await fetch(vendor.url + request.url);
      return json(response, await upstream.json());
    });
    const read: Conversation[] = [];
    const error = await failure(
      (async () => {
        for await (const item of toyInbox(url).conversations.list()) {
          await delay(5);
          read.push(item);
        }
      })(),
    );
    expect(error).toMatchObject({ code: 'forbidden', operation: 'conversations.list' });
    expect(numbers(read)).toEqual(countdown(12, 8));
  });

  it('rejects wrong input and throws nothing synchronously', async () => {
    const { conversations } = toyInbox('http://127.0.0.1:9');
    for (const query of [
      { limit: 0 },
      { limit: 2.5 },
      { cursor: 7 },
      { state: 'open' },
      { include: ['everything'] },
      'open',
      { signal: {} },
    ]) {
      const listing = conversations.list(query as never);
      expect((await failure(listing)).code).toBe('invalid-request');
      expect((await failure(listing.pages().next())).code).toBe('invalid-request');
      expect((await failure(listing.toArray({ limit: 1 }))).code).toBe('invalid-request');
    }
  });

  it('ends when a vendor answers the same page forever', async () => {
    const { url, requests } = await serve((_request, response) =>
      json(response, { items: [{ id: 1 }, { id: 2 }, { id: 1 }], next: 'again' }),
    );
    expect(await collect(toyInbox(url).conversations.list())).toEqual([1, 2]);
    expect(requests.length).toBeLessThan(10);
  });

  it('passes over pages that the vendor emptied, but not forever', async () => {
    const { url } = await serve((request, response) => {
      const page = Number(new URL(request.url, 'http://x').searchParams.get('position') ?? '1');
      json(response, { items: page % 20 === 1 ? [{ id: page }] : [], next: page < 45 ? String(page + 1) : undefined });
    });
    expect(await collect(toyInbox(url, { now: spreadOut() }).conversations.list())).toEqual([1, 21, 41]);
    const endless = await serve((_request, response) => json(response, { items: [], next: 'more' }));
    expect(await toyInbox(endless.url, { now: spreadOut() }).conversations.list()).toEqual({ items: [] });
  });
});

/** A clock that runs so fast that the toy's request budget never fills. */
function spreadOut(): () => number {
  let time = 0;
  return () => {
    time += 400;
    return time;
  };
}
