import type { InboxError } from '../errors/index.ts';
import type { Listing, ListOptions } from '../model/index.ts';
import type { Call, NativePage, Operation, PageRequest, SupportedCapability } from '../provider/index.ts';
import type { Connection } from './connection.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { createListing } from './listing.ts';
import { createLocalizer } from './localize.ts';
import { beginAt, type PageSource, type ReadState, readPage } from './read-page.ts';

type Localizer = ReturnType<typeof createLocalizer>;

export interface NativeList<N, T> {
  readonly options: ListOptions;
  /** Everything but the page that decides what is listed: a cursor is bound to it. */
  readonly query: unknown;
  fetch(page: PageRequest, call: Call): Promise<NativePage<N>>;
  localize(item: N, localizer: Localizer): T;
}

/** A provider's list, ready to be read page by page. */
export interface PreparedList<T> {
  readonly source: PageSource<T>;
  readonly options: ListOptions;
  /** Where a cursor of this list points, or the beginning. Throws `invalid-request` for any other cursor. */
  begin(cursor: string | undefined): ReadState<T>;
  explain(error: unknown): InboxError;
}

/** Checks the input, knowing what the provider declares. */
export type PrepareList<N, T> = (capability: SupportedCapability) => NativeList<N, T>;

export function prepareList<N, T extends { readonly id: string }>(
  connection: Connection,
  operation: Operation,
  prepare: PrepareList<N, T>,
): PreparedList<T> {
  const { options, query, fetch, localize } = connection.guard(operation, () => prepare(connection.demand(operation)));
  const binding = JSON.stringify([connection.provider, connection.connectionId, operation, query]);
  const raw = options.include?.includes('raw') ?? false;
  return {
    options,
    explain: (error) => connection.explain(error, operation),
    begin: (cursor) =>
      beginAt<T>(cursor === undefined ? undefined : connection.guard(operation, () => decodeCursor(binding, cursor))),
    source: {
      key: (item) => item.id,
      encode: (place) => encodeCursor(binding, place),
      async fetch(position, limit, signal) {
        const page = await connection.run(operation, { signal }, (call) => fetch({ position, limit }, call));
        const localizer = createLocalizer(connection, { source: 'live', raw });
        const items = page.items.map((item) => localize(item, localizer));
        return { items, next: page.next, incomplete: page.incomplete };
      },
    },
  };
}

/** A listing over a provider's pages. `input` is what the app passed, unchecked. */
export function createNativeListing<T extends { readonly id: string }>(
  connection: Connection,
  operation: Operation,
  input: unknown,
  prepare: () => PreparedList<T>,
): Listing<T> {
  return createListing<T, ReadState<T>>({
    signal: signalOf(input),
    explain: (error) => connection.explain(error, operation),
    prepare() {
      const { source, options, begin } = prepare();
      return { read: (state, signal) => readPage(source, state ?? begin(options.cursor), options.limit, signal) };
    },
  });
}

/** The signal in an input that is not checked yet. */
export function signalOf(input: unknown): AbortSignal | undefined {
  const signal = (input as { signal?: unknown } | null | undefined)?.signal;
  return signal instanceof AbortSignal ? signal : undefined;
}
