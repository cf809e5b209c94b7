import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginAt, type PageSource, type ReadState, readPage } from '../../src/inbox/read-page.ts';

/** What happens to the vendor's list between two of its pages. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('bump' as const), index: fc.nat(200) }),
  fc.record({ kind: fc.constant('arrive' as const), index: fc.constant(0) }),
);

interface Vendor {
  readonly items: string[];
  readonly source: PageSource<string>;
}

function vendor(
  count: number,
  size: number,
  changes: (readonly { kind: 'bump' | 'arrive'; index: number }[])[],
): Vendor {
  const items = Array.from({ length: count }, (_, index) => `item-${index}`);
  let arrived = 0;
  return {
    items,
    source: {
      async fetch(position) {
        for (const { kind, index } of changes.shift() ?? []) {
          if (kind === 'arrive') items.unshift(`new-${arrived++}`);
          else items.unshift(...items.splice(index % Math.max(1, items.length), 1));
        }
        const page = Number(position ?? '1');
        const next = page * size < items.length ? String(page + 1) : undefined;
        return { items: items.slice((page - 1) * size, page * size), next };
      },
      key: (item) => item,
      encode: (place) => JSON.stringify(place),
    },
  };
}

async function readAll(source: PageSource<string>, limit: number | undefined, resume: boolean): Promise<string[]> {
  const read: string[] = [];
  let state: ReadState<string> | undefined = beginAt<string>(undefined);
  while (state) {
    const step: Awaited<ReturnType<typeof readPage<string>>> = await readPage(source, state, limit, undefined);
    read.push(...step.page.items);
    state =
      resume && step.page.nextCursor !== undefined ? beginAt<string>(JSON.parse(step.page.nextCursor)) : step.state;
  }
  return read;
}

const shapes = (smallestPage: number) =>
  [
    fc.nat(120),
    fc.integer({ min: smallestPage, max: 12 }),
    fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  ] as const;

describe('reading pages', () => {
  it('of a list at rest gives every item once, in order, whatever the page sizes', async () => {
    await fc.assert(
      fc.asyncProperty(...shapes(1), fc.boolean(), async (count, size, limit, resume) => {
        const { items, source } = vendor(count, size, []);
        expect(await readAll(source, limit, resume)).toEqual(items);
      }),
    );
  });

  it('of a list that shifts gives no item twice and loses none that stays in its place or moves down', async () => {
    // Fewer changes than a page is long: a list that grows faster than it is read has no end.
    const changes = fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(...shapes(4), changes, fc.boolean(), async (count, size, limit, moves, resume) => {
        const before = Array.from({ length: count }, (_, index) => `item-${index}`);
        const bumped = new Set<string>();
        const shadow = vendor(count, size, structuredClone(moves));
        const { items, source } = vendor(count, size, structuredClone(moves));
        const read = await readAll(source, limit, resume);
        expect(new Set(read).size).toBe(read.length);
        // An item that jumped to the top while pages below were read is the one thing a page-numbered list cannot show any more.
        for (const batch of moves)
          for (const { kind, index } of batch) {
            if (kind === 'bump' && shadow.items.length > 0)
              bumped.add(shadow.items[index % shadow.items.length] as string);
            if (kind === 'arrive') shadow.items.unshift('new');
            else shadow.items.unshift(...shadow.items.splice(index % Math.max(1, shadow.items.length), 1));
          }
        const missing = before.filter((item) => items.includes(item) && !read.includes(item) && !bumped.has(item));
        expect(missing).toEqual([]);
      }),
    );
  });

  it('says when the vendor shows only part, on every page from there on', async () => {
    const source: PageSource<string> = {
      fetch: async () => ({ items: ['a', 'b', 'c'], incomplete: 'the newest 3' }),
      key: (item) => item,
      encode: () => 'cursor',
    };
    const first = await readPage(source, beginAt<string>(undefined), 2, undefined);
    expect(first.page).toEqual({ items: ['a', 'b'], nextCursor: 'cursor', incomplete: 'the newest 3' });
    const second = await readPage(source, first.state as ReadState<string>, 2, undefined);
    expect(second).toEqual({ page: { items: ['c'], incomplete: 'the newest 3' }, state: undefined });
  });
});
