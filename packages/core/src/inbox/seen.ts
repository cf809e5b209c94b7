import { createHash } from 'node:crypto';

const capacity = 1000;
const carried = 64;

/**
 * The items that a listing handed out lately, as short hashes: vendors' pages shift while they are read, and an item that slid onto the next page
 * must not come twice. Immutable, so that a listing may be read from the same place more than once.
 */
export interface Seen {
  has(key: string): boolean;
  add(keys: readonly string[]): Seen;
  /** The last ones, for a cursor. */
  readonly recent: readonly string[];
}

export function createSeen(hashes: readonly string[] = []): Seen {
  const known = new Set(hashes);
  return {
    has: (key) => known.has(hash(key)),
    add: (keys) => createSeen([...hashes, ...keys.slice(-capacity).map(hash)].slice(-capacity)),
    recent: hashes.slice(-carried),
  };
}

function hash(key: string): string {
  return createHash('sha1').update(key).digest('base64url').slice(0, 6);
}
