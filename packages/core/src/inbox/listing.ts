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
  readonly signal: AbortSignal | undefined;
  /** Whatever was thrown, as an `InboxError` that says where. */
  explain(error: unknown): InboxError;
}

/** See the contract at `Listing`. `prepare` runs before the first request, so that wrong input rejects and nothing throws synchronously. */
export function createListing<T, State>(prepare: () => ListingSource<T, State>): Listing<T> {
  let prepared: ListingSource<T, State> | undefined;
  const getSource = () => {
    prepared ??= prepare();
    return prepared;
  };
  const read = async (state: State | undefined, signal = getSource().signal): Promise<Step<T, State>> => {
    const source = getSource();
    try {
      return await source.read(state, signal);
    } catch (error) {
      throw source.explain(error);
    }
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
  }

  return {
    // biome-ignore lint/suspicious/noThenProperty: a listing is awaited for its first page
    then(onFulfilled, onRejected) {
      first ??= read(undefined);
      return first.then(({ page }) => page).then(onFulfilled, onRejected);
    },
    pages: () => cancellable(getSource, readPages),
    [Symbol.asyncIterator]: () => cancellable(getSource, readItems),
    async toArray(options) {
      const limit: unknown = options?.limit;
      if (typeof limit !== 'number' || !Number.isSafeInteger(limit) || limit < 0)
        throw new InboxError('limit must be a whole number, 0 or more', { code: 'invalid-request', blame: 'caller' });
      const collected: T[] = [];
      // Without prefetching: how many are wanted is known, and requests are scarce.
      for (let step = limit > 0 ? await (first ?? read(undefined)) : undefined; step; ) {
        collected.push(...step.page.items.slice(0, limit - collected.length));
        step = step.state && collected.length < limit ? await read(step.state) : undefined;
      }
      return collected;
    },
  };
}
