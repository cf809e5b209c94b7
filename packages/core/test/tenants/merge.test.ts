import { InboxError, type Listing } from '@anyinbox/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreparedList } from '../../src/inbox/index.ts';
import { explainAnywhere } from '../../src/inbox/index.ts';
import { beginAt } from '../../src/inbox/read-page.ts';
import { createMergedListing, type LaneSource } from '../../src/tenants/merged-listing.ts';
import { failure } from '../support/failure.ts';

interface Item {
  readonly id: string;
  readonly at: number;
}

/** A connection whose vendor cuts its list by number. */
interface Vendor {
  readonly connectionId: string;
  readonly items: Item[];
  readonly size: number;
  /** How many of its requests fail, from the given one on. */
  readonly fails: { readonly from: number; readonly times: number } | undefined;
  requests: number;
  mostAhead: number;
}

const lane = (vendor: Vendor): LaneSource<Item> => ({
  connectionId: vendor.connectionId,
  supported: true,
  prepare: (): PreparedList<Item> => ({
    options: {},
    explain: explainAnywhere,
    begin: (cursor) => beginAt<Item>(cursor === undefined ? undefined : JSON.parse(cursor)),
    source: {
      key: ({ id }) => id,
      encode: (place) => JSON.stringify(place),
      async fetch(position) {
        const request = vendor.requests++;
        const { fails } = vendor;
        if (fails && request >= fails.from && request < fails.from + fails.times)
          throw new InboxError('x', { code: 'provider-unavailable', blame: 'vendor' });
        const page = Number(position ?? '0');
        const items = vendor.items.slice(page * vendor.size, (page + 1) * vendor.size);
        return { items, next: (page + 1) * vendor.size < vendor.items.length ? String(page + 1) : undefined };
      },
    },
  }),
});

const merged = (
  vendors: readonly Vendor[],
  options: { limit?: number; cursor?: string; strict?: boolean } = {},
): Listing<Item> =>
  createMergedListing<Item>(options, explainAnywhere, async () => ({
    options,
    binding: 'all',
    connectionIds: vendors.map(({ connectionId }) => connectionId),
    lanes: vendors.map(lane),
    time: ({ at }) => at,
  }));

const vendorsOf = (
  shapes: readonly { times: number[]; size: number; fails?: Vendor['fails'] | undefined }[],
): Vendor[] =>
  shapes.map(({ times, size, fails }, index) => ({
    connectionId: `c${index}`,
    items: times.toSorted((left, right) => right - left).map((at, place) => ({ id: `c${index}:${place}`, at })),
    size,
    fails,
    requests: 0,
    mostAhead: 0,
  }));

const union = (vendors: readonly Vendor[]) => vendors.flatMap(({ items }) => items);
const times = (items: readonly Item[]) => items.map(({ at }) => at);
const ids = (items: readonly Item[]) => items.map(({ id }) => id).sort();

const source = fc.record({ times: fc.array(fc.nat(50), { maxLength: 40 }), size: fc.integer({ min: 1, max: 7 }) });
const sources = fc.array(source, { maxLength: 5 });
const limit = fc.integer({ min: 1, max: 30 });

describe('the merge', () => {
  it('is the sorted union, whatever the sources', async () => {
    await fc.assert(
      fc.asyncProperty(sources, limit, async (shapes, size) => {
        const vendors = vendorsOf(shapes);
        const read: Item[] = [];
        for await (const item of merged(vendors, { limit: size })) read.push(item);
        expect(times(read)).toEqual(times(union(vendors)).sort((left, right) => right - left));
        expect(ids(read)).toEqual(ids(union(vendors)));
        for (const vendor of vendors) {
          const own = read.filter(({ id }) => id.startsWith(`${vendor.connectionId}:`));
          expect(own).toEqual(vendor.items);
        }
      }),
    );
  });

  it('broken off anywhere and resumed has no gap and no repetition, also when new items arrive meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(sources, limit, fc.boolean(), async (shapes, size, arrivals) => {
        const vendors = vendorsOf(shapes);
        const before = union(vendors);
        const read: Item[] = [];
        let cursor: string | undefined;
        let round = 0;
        do {
          const page: Awaited<Listing<Item>> = await merged(vendors, {
            limit: size,
            ...(cursor !== undefined && { cursor }),
          });
          read.push(...page.items);
          cursor = page.nextCursor;
          // One arrives at the top of a vendor whose pages are longer than that.
          const busy = vendors[round % Math.max(1, vendors.length)];
          if (arrivals && busy && busy.size > 2 && round < 20)
            busy.items.unshift({ id: `${busy.connectionId}:new-${round}`, at: 100 + round });
          round++;
        } while (cursor !== undefined && round < 500);
        const old = read.filter(({ id }) => !id.includes('new'));
        expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
        expect(ids(old)).toEqual(ids(before));
        if (!arrivals) expect(times(old)).toEqual(times(before).sort((left, right) => right - left));
      }),
    );
  });

  it('never asks a connection for a page before it has handed out what it gave', async () => {
    await fc.assert(
      fc.asyncProperty(sources, limit, async (shapes, size) => {
        const vendors = vendorsOf(shapes);
        const page = await merged(vendors, { limit: size });
        for (const vendor of vendors) {
          const used = page.items.filter(({ id }) => id.startsWith(`${vendor.connectionId}:`)).length;
          expect(vendor.requests).toBeLessThanOrEqual(Math.floor(used / vendor.size) + 1);
        }
      }),
    );
  });

  it('goes on without a connection that fails, names it, and a cursor tries it again', async () => {
    const failing = fc.record({
      times: fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }),
      size: fc.integer({ min: 1, max: 5 }),
      from: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(sources, failing, limit, async (shapes, broken, size) => {
        const vendors = vendorsOf([...shapes, { ...broken, fails: { from: broken.from, times: 1 } }]);
        const everything = ids(union(vendors));
        const read: Item[] = [];
        const failed: string[] = [];
        let cursor: string | undefined;
        let rounds = 0;
        do {
          // When nothing but the failing one is left, the page itself fails, and asking again goes on.
          const reading = merged(vendors, { limit: size, ...(cursor !== undefined && { cursor }) });
          const page = await Promise.resolve(reading).catch((error: InboxError) => error);
          if (page instanceof InboxError) {
            failed.push(`c${shapes.length}`);
            continue;
          }
          read.push(...page.items);
          failed.push(...(page.failures ?? []).map(({ connectionId }) => connectionId));
          cursor = page.nextCursor;
        } while ((cursor !== undefined || failed.length > read.length) && rounds++ < 500);
        // Nothing is lost: what could not be read the first time came later.
        expect(ids(read)).toEqual(everything);
        expect(failed.length).toBeLessThanOrEqual(1);
        for (const id of failed) expect(id).toBe(`c${shapes.length}`);
      }),
    );
  });

  it('iterated gives everything that can be read, and then throws what kept the rest away', async () => {
    const vendors = () =>
      vendorsOf([
        { times: [5, 3, 1], size: 2 },
        { times: [4, 2], size: 1, fails: { from: 1, times: 99 } },
      ]);
    const read: Item[] = [];
    const error = await failure(
      (async () => {
        for await (const item of merged(vendors(), { limit: 2 })) read.push(item);
      })(),
    );
    expect(times(read)).toEqual([5, 4, 3, 1]);
    expect(error.code).toBe('provider-unavailable');
    expect((await failure(merged(vendors()).toArray({ limit: 100 }))).code).toBe('provider-unavailable');
    expect(times(await merged(vendors()).toArray({ limit: 2 }))).toEqual([5, 4]);
    const pages: number[] = [];
    for await (const page of merged(vendors(), { limit: 2 }).pages()) pages.push(page.items.length);
    expect(pages).toEqual([2, 2]);
  });

  it('in strict mode fails with the connection', async () => {
    const vendors = vendorsOf([
      { times: [5], size: 1 },
      { times: [4], size: 1, fails: { from: 0, times: 9 } },
    ]);
    expect((await failure(merged(vendors, { strict: true }))).code).toBe('provider-unavailable');
    expect(await merged(vendors)).toMatchObject({
      items: [{ at: 5 }],
      failures: [{ connectionId: 'c1' }],
      nextCursor: expect.any(String),
    });
  });

  it('trusts the order of a vendor that gives no times', async () => {
    const vendors = vendorsOf([
      { times: [9, 5], size: 5 },
      { times: [7, 6, 1], size: 5 },
    ]);
    (vendors[1] as Vendor).items.forEach((item, index) => {
      if (index === 1) Object.assign(item, { at: undefined });
    });
    expect(ids(await merged(vendors).toArray({ limit: 9 }))).toHaveLength(5);
    expect((await merged(vendors).toArray({ limit: 9 })).map(({ id }) => id)).toEqual([
      'c0:0',
      'c1:0',
      'c0:1',
      'c1:1',
      'c1:2',
    ]);
  });

  it('refuses a cursor of other connections, and one that is none', async () => {
    const vendors = vendorsOf([
      { times: [5, 4], size: 1 },
      { times: [4], size: 1 },
    ]);
    const { nextCursor: cursor = '' } = await merged(vendors, { limit: 1 });
    expect((await failure(merged(vendors.slice(0, 1), { cursor }))).message).toContain('other connections by now');
    for (const forged of ['', 'x', cursor.slice(4)])
      expect((await failure(merged(vendors, { cursor: forged }))).code).toBe('invalid-request');
  });

  it('ends when a vendor answers the same page forever', async () => {
    const [vendor] = vendorsOf([{ times: [3, 2, 1], size: 3 }]) as [Vendor];
    const endless: LaneSource<Item> = {
      ...lane(vendor),
      prepare: () => {
        const list = lane(vendor).prepare();
        return {
          ...list,
          source: {
            ...list.source,
            fetch: async (_position, limit, signal) => ({
              ...(await list.source.fetch(undefined, limit, signal)),
              next: 'again',
            }),
          },
        };
      },
    };
    const listing = createMergedListing<Item>({}, explainAnywhere, async () => ({
      options: {},
      binding: 0,
      connectionIds: ['c0'],
      lanes: [endless],
      time: ({ at }) => at,
    }));
    expect(await listing.toArray({ limit: 100 })).toHaveLength(3);
    expect(vendor.requests).toBeLessThan(20);
  });

  it('puts an item without a time where its neighbours stand', async () => {
    const vendors = vendorsOf([
      { times: [9, 8, 7], size: 5 },
      { times: [6, 5], size: 5 },
    ]);
    const [first] = (vendors[0] as Vendor).items;
    if (first) Object.assign(first, { at: undefined });
    expect((await merged(vendors).toArray({ limit: 9 })).map(({ id }) => id)).toEqual([
      'c0:0',
      'c0:1',
      'c0:2',
      'c1:0',
      'c1:1',
    ]);
  });
});
