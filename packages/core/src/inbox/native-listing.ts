import type { Listing, ListOptions } from '../model/index.ts';
import type { Call, NativePage, PageRequest } from '../provider/index.ts';
import type { Connection } from './connection.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { createListing } from './listing.ts';
import { createLocalizer } from './localize.ts';
import { createSeen } from './seen.ts';

type Localizer = ReturnType<typeof createLocalizer>;

export interface NativeList<N, T> {
  /** For errors: `conversations.list`. */
  readonly operation: string;
  readonly options: ListOptions;
  /** Everything but the page that decides what is listed: a cursor is bound to it. */
  readonly query: unknown;
  fetch(page: PageRequest, call: Call): Promise<NativePage<N>>;
  localize(item: N, localizer: Localizer): T;
}

/** A listing over a provider's pages. `prepare` checks the input. */
export function createNativeListing<N, T extends { readonly id: string }>(
  connection: Connection,
  prepare: () => NativeList<N, T>,
): Listing<T> {
  return createListing<T>(() => {
    const { operation, options, query, fetch, localize } = prepare();
    const binding = JSON.stringify([connection.provider, connection.connectionId, operation, query]);
    return {
      limit: options.limit,
      signal: options.signal,
      start() {
        const place = options.cursor === undefined ? undefined : decodeCursor(binding, options.cursor);
        return {
          position: place?.position,
          leftover: [],
          leftoverPosition: undefined,
          handedOut: 0,
          seen: createSeen(place?.seen),
          ended: false,
        };
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
        return { items, next: page.next };
      },
    };
  });
}
