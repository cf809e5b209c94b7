import type { Listing, ListOptions } from '../model/index.ts';
import type { Call, NativePage, Operation, PageRequest, SupportedCapability } from '../provider/index.ts';
import type { Connection } from './connection.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { createListing } from './listing.ts';
import { createLocalizer } from './localize.ts';
import { beginAt } from './read-page.ts';

type Localizer = ReturnType<typeof createLocalizer>;

export interface NativeList<N, T> {
  readonly options: ListOptions;
  /** Everything but the page that decides what is listed: a cursor is bound to it. */
  readonly query: unknown;
  fetch(page: PageRequest, call: Call): Promise<NativePage<N>>;
  localize(item: N, localizer: Localizer): T;
}

/** A listing over a provider's pages. `prepare` checks the input, knowing what the provider declares. */
export function createNativeListing<N, T extends { readonly id: string }>(
  connection: Connection,
  operation: Operation,
  prepare: (capability: SupportedCapability) => NativeList<N, T>,
): Listing<T> {
  return createListing<T>(() => {
    const { options, query, fetch, localize } = connection.guard(operation, () =>
      prepare(connection.demand(operation)),
    );
    const binding = JSON.stringify([connection.provider, connection.connectionId, operation, query]);
    return {
      limit: options.limit,
      explain: (error) => connection.explain(error, operation),
      signal: options.signal,
      start() {
        const { cursor } = options;
        const place =
          cursor === undefined ? undefined : connection.guard(operation, () => decodeCursor(binding, cursor));
        return beginAt<T>(place);
      },
      key: (item) => item.id,
      encode: (place) => encodeCursor(binding, place),
      async fetch(position, limit, signal) {
        const page = await connection.run(operation, { ...(signal && { signal }) }, (call) =>
          fetch({ position, limit }, call),
        );
        const localizer = createLocalizer(connection, {
          source: 'live',
          raw: options.include?.includes('raw') ?? false,
        });
        const items = page.items.map((item) => localize(item, localizer));
        return { items, next: page.next, incomplete: page.incomplete };
      },
    };
  });
}
