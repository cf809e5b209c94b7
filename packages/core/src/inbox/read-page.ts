import type { Page } from '../model/index.ts';
import type { NativePage } from '../provider/index.ts';
import type { Place } from './cursor.ts';
import type { Seen } from './seen.ts';

/** What a listing reads from. */
export interface PageSource<T> {
  fetch(position: string | undefined, limit: number, signal: AbortSignal | undefined): Promise<NativePage<T>>;
  /** The same for the same item, however often it is read. */
  key(item: T): string;
  encode(place: Place): string;
}

/** Between two pages of ours. Immutable: reading from the same state twice is reading the same page twice. */
export interface ReadState<T> {
  /** The vendor's page to fetch next. */
  readonly position: string | undefined;
  /** Items of the vendor's page before it that are not handed out yet, and where that page was. */
  readonly leftover: readonly T[];
  readonly leftoverPosition: string | undefined;
  /** Of the page that `leftover` is from, how many were handed out. */
  readonly handedOut: number;
  readonly seen: Seen;
  readonly ended: boolean;
  readonly incomplete?: string | undefined;
}

/**
 * A vendor that ignores the page number answers the same page forever: after this many in a row without a new item the listing ends. Empty pages
 * are given more room, since a vendor may hide items after it cut its pages.
 */
const pagesInARow = { repeated: 5, empty: 100 };
/** What is asked for when the app names no limit: providers bound it by the vendor's largest page. */
const asManyAsThereAre = 1000;

/** Composes one page of `limit` items out of the vendor's pages, or takes the vendor's page as it is when there is no limit. */
export async function readPage<T>(
  source: PageSource<T>,
  state: ReadState<T>,
  limit: number | undefined,
  signal: AbortSignal | undefined,
): Promise<{ readonly page: Page<T>; readonly state: ReadState<T> | undefined }> {
  let current = state;
  const items: T[] = [];
  let withoutNews = { repeated: 0, empty: 0 };
  while (items.length < (limit ?? 1)) {
    if (current.leftover.length === 0) {
      const { repeated, empty } = withoutNews;
      if (current.ended || repeated >= pagesInARow.repeated || empty >= pagesInARow.empty) break;
      current = await fetchPage(source, current, limit ?? asManyAsThereAre, signal);
      if (current.leftover.length > 0) withoutNews = { repeated: 0, empty: 0 };
      else if (current.handedOut > 0) withoutNews = { repeated: repeated + 1, empty };
      else withoutNews = { repeated, empty: empty + 1 };
      continue;
    }
    const taken = current.leftover.slice(0, limit === undefined ? undefined : limit - items.length);
    items.push(...taken);
    current = {
      ...current,
      leftover: current.leftover.slice(taken.length),
      handedOut: current.handedOut + taken.length,
      seen: current.seen.add(taken.map(source.key)),
    };
  }
  const more = current.leftover.length > 0 || (!current.ended && items.length > 0);
  const page = { items, ...(current.incomplete !== undefined && { incomplete: current.incomplete }) };
  if (!more) return { page, state: undefined };
  return { page: { ...page, nextCursor: source.encode(placeOf(current)) }, state: current };
}

async function fetchPage<T>(
  source: PageSource<T>,
  state: ReadState<T>,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<ReadState<T>> {
  const { items, next, incomplete } = await source.fetch(state.position, limit, signal);
  const distinct = [...new Map(items.map((item) => [source.key(item), item])).values()];
  const known = distinct.filter((item) => state.seen.has(source.key(item)));
  return {
    position: next,
    leftover: distinct.filter((item) => !known.includes(item)),
    leftoverPosition: state.position,
    handedOut: known.length,
    // Seen again, so that a cursor into this page carries them.
    seen: state.seen.add(known.map(source.key)),
    ended: next === undefined,
    incomplete: incomplete ?? state.incomplete,
  };
}

/** A page of the vendor's that is not used up is read again, without what was handed out of it. */
function placeOf<T>(state: ReadState<T>): Place {
  const position = state.leftover.length > 0 ? state.leftoverPosition : state.position;
  return { position, seen: state.seen.recent(state.leftover.length > 0 ? state.handedOut : 0) };
}
