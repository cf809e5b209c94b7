import type { InboxError } from '../errors/index.ts';

/** One page of a listing, in the listing's order. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Continues after the last item. Absent on the last page. Bound to this connection and query. */
  readonly nextCursor?: string;
  /** Present when the vendor shows only part of the list: why, in a few words. */
  readonly incomplete?: string;
  /** Only of several connections: those that could not be read for this page. Their items are missing; `nextCursor` tries them again. */
  readonly failures?: readonly ConnectionFailure[];
}

export interface ConnectionFailure {
  readonly connectionId: string;
  readonly error: InboxError;
}

/**
 * A reading of a list. Awaited, it is the first page; iterated, it is every item, with the next page fetched while the app works on this one.
 * Nothing is requested before one of these happens.
 *
 * - No item comes twice, even when the vendor's pages shift between two requests.
 * - An item that leaves the list while it is read (a conversation that is closed while open ones are listed) pulls the ones behind it forward, past
 *   where the reading is: those are missed. To change what you list, collect it first: `toArray`.
 * - Safe under parallel `next()`. Leaving a `for await` early, or calling `return()`, cancels the request in flight. Aborting the signal ends it at
 *   once, in the middle of a page too.
 * - A failure is thrown where the page would have come; items before it were delivered.
 */
export interface Listing<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {
  /** The same, page by page. */
  pages(): AsyncIterableIterator<Page<T>>;
  /** Collects at most `limit` items (required, so that no list is collected unbounded by accident). */
  toArray(options: { readonly limit: number }): Promise<T[]>;
}
