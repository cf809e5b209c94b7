import type { Page } from '../model/index.ts';
import type { NativePage } from '../provider/index.ts';
import type { Place } from './cursor.ts';
import { createSeen, type Seen } from './seen.ts';

/** What a listing reads from. */
export interface PageSource<T> {
  fetch(position: string | undefined, limit: number, signal: AbortSignal | undefined): Promise<NativePage<T>>;
  /** The same for the same item, however often it is read. */
  key(item: T): string;
  encode(place: Place): string;
}

/** Between two pages of ours. Immutable: reading from the same state twice is reading the same page twice. */
export interface ReadState<T> {
  /** The vendor's page that was fetched last, and how many of its items are handed out or passed over. */
  readonly items: readonly T[];
  readonly offset: number;
  readonly position: string | undefined;
  /** Where the page after it is; `first` before anything was fetched; undefined at the end. */
  readonly next: { readonly position: string | undefined; readonly offset: number } | undefined;
  readonly seen: Seen;
  readonly incomplete?: string | undefined;
}

/** The state from which a listing is read, from its beginning or from a cursor's place. */
export function beginAt<T>(place: Place | undefined): ReadState<T> {
  const next = { position: place?.position, offset: place?.offset ?? 0 };
  return { items: [], offset: 0, position: undefined, next, seen: createSeen(place?.seen) };
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
  let items: T[] = [];
  while (items.length < (limit ?? 1)) {
    current = await advance(source, current, limit, signal);
    if (current.offset === current.items.length) break;
    const end = limit === undefined ? current.items.length : current.offset + limit - items.length;
    items = items.concat(current.items.slice(current.offset, end));
    current = take(source, current, end - current.offset);
  }
  const page = { items, ...(current.incomplete !== undefined && { incomplete: current.incomplete }) };
  const more = current.offset < current.items.length || (current.next !== undefined && items.length > 0);
  if (!more) return { page, state: undefined };
  return { page: { ...page, nextCursor: source.encode(placeOf(current)) }, state: current };
}

/** Fetches until there is an item to hand out, or the list has ended. */
export async function advance<T>(
  source: PageSource<T>,
  state: ReadState<T>,
  limit: number | undefined,
  signal: AbortSignal | undefined,
): Promise<ReadState<T>> {
  let current = state;
  let repeated = 0;
  let empty = 0;
  while (current.offset === current.items.length && current.next) {
    if (repeated >= pagesInARow.repeated || empty >= pagesInARow.empty) break;
    current = await fetchPage(source, current, current.next, limit ?? asManyAsThereAre, signal);
    if (current.items.length > 0) repeated++;
    else empty++;
  }
  return current;
}

/** Hands out up to `count` items of the page. */
export function take<T>(source: PageSource<T>, state: ReadState<T>, count: number): ReadState<T> {
  const offset = Math.min(state.offset + count, state.items.length);
  return { ...state, offset, seen: state.seen.add(state.items.slice(state.offset, offset).map(source.key)) };
}

/** The vendor's page after the state's. */
async function fetchPage<T>(
  source: PageSource<T>,
  state: ReadState<T>,
  from: { readonly position: string | undefined; readonly offset: number },
  limit: number,
  signal: AbortSignal | undefined,
): Promise<ReadState<T>> {
  const { seen } = state;
  const { items, next, incomplete = state.incomplete } = await source.fetch(from.position, limit, signal);
  const distinct = [...new Map(items.map((item) => [source.key(item), item])).values()];
  const usedUp = from.offset > 0 ? resumeAt(distinct.map(source.key), from.offset, seen) : 0;
  const passed = distinct.slice(0, usedUp);
  const rest = distinct.slice(usedUp);
  const known = rest.filter((item) => seen.has(source.key(item)));
  const fresh = known.length === 0 ? rest : rest.filter((item) => !seen.has(source.key(item)));
  return {
    // What was seen before stands in front: it is passed over, and counted in the offset of a cursor into this page.
    items: [...passed, ...known, ...fresh],
    offset: usedUp + known.length,
    position: from.position,
    next: next === undefined ? undefined : { position: next, offset: 0 },
    // Seen again, so that a cursor carries it.
    seen: known.length === 0 ? seen : seen.add(known.map(source.key)),
    incomplete,
  };
}

/**
 * Where a page that was used up to `offset` continues now: behind the last item that was handed out of it lately. Items only slide down or jump to
 * the top, so the lowest of them is the border, wherever it stands by now. When all are gone, the offset is what is left to go by.
 */
function resumeAt(keys: readonly string[], offset: number, seen: Seen): number {
  const lowest = keys.findLastIndex((key) => seen.has(key));
  return lowest < 0 ? Math.min(offset, keys.length) : lowest + 1;
}

/** For a cursor. A page of the vendor's that is not used up is read again, from where it was used up. */
export function placeOf<T>({ items, offset, position, next, seen }: ReadState<T>): Place {
  const place = offset < items.length || !next ? { position, offset } : next;
  return { ...place, seen: seen.recent };
}
