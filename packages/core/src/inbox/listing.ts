import { InboxError } from '../errors/index.ts';
import type { Listing, Page } from '../model/index.ts';
import { cancellable } from './cancellable.ts';

/** One page, and from where the one after it is read; no state at the end. */
export interface Step<T, State> {
  readonly page: Page<T>;
  readonly state: State | undefined;
}

export interface ListingSource<T, State> {
  /** The page after `state`, or the first. Reading from the same state twice is reading the same page twice. */
  read(state: State | undefined, signal: AbortSignal | undefined): Promise<Step<T, State>>;
  /** At the end of the list: what kept some of its items away. Iterating items then throws it, for nobody sees the pages. */
  failure?(): unknown;
}

export interface ListingOptions<T, State> {
  readonly signal: AbortSignal | undefined;
  /** Whatever was thrown, as an `InboxError` that says where. */
  explain(error: unknown): InboxError;
  /** Runs before the first request: wrong input rejects, and nothing throws synchronously. */
  prepare(): ListingSource<T, State> | Promise<ListingSource<T, State>>;
}

/** See the contract at `Listing`. */
export function createListing<T, State>(options: ListingOptions<T, State>): Listing<T> {
  let prepared: Promise<ListingSource<T, State>> | undefined;
  const read = async (state: State | undefined, signal = options.signal): Promise<Step<T, State>> => {
    try {
      prepared ??= Promise.resolve(options.prepare());
      return await (await prepared).read(state, signal);
    } catch (error) {
      throw options.explain(error);
    }
  };
  const throwFailure = async () => {
    const failure = (await prepared)?.failure?.();
    if (failure !== undefined) throw options.explain(failure);
  };
  let first: Promise<Step<T, State>> | undefined;

  async function* readPages(signal: AbortSignal): AsyncGenerator<Page<T>, void, undefined> {
    let pending: Promise<Step<T, State>> | undefined = first ?? read(undefined, signal);
    while (pending) {
      const { page, state }: Step<T, State> = await pending;
      pending = state && read(state, signal);
      // Whoever waits for the page sees its failure; until then it must not count as unhandled.
      pending?.catch(() => {});
      yield page;
    }
  }

  async function* readItems(signal: AbortSignal): AsyncGenerator<T, void, undefined> {
    for await (const page of readPages(signal)) yield* page.items;
    await throwFailure();
  }

  return {
    // biome-ignore lint/suspicious/noThenProperty: a listing is awaited for its first page
    then(onFulfilled, onRejected) {
      first ??= read(undefined);
      return first.then(({ page }) => page).then(onFulfilled, onRejected);
    },
    pages: () => cancellable(options, readPages),
    [Symbol.asyncIterator]: () => cancellable(options, readItems),
    async toArray(bound) {
      const limit: unknown = bound?.limit;
      if (typeof limit !== 'number' || !Number.isSafeInteger(limit) || limit < 0)
        throw new InboxError('limit must be a whole number, 0 or more', { code: 'invalid-request', blame: 'caller' });
      const collected: T[] = [];
      // Without prefetching: how many are wanted is known, and requests are scarce.
      for (let step = limit > 0 ? await (first ?? read(undefined)) : undefined; step; ) {
        collected.push(...step.page.items.slice(0, limit - collected.length));
        if (collected.length >= limit) break;
        if (!step.state) await throwFailure();
        step = step.state && (await read(step.state));
      }
      return collected;
    },
  };
}
