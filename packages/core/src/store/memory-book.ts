import type { Facets, MirrorRecord, RecordChange, RecordKey, RecordKind, RecordQuery } from './store.ts';

/** The mirror of one connection, in memory. */
export interface Book {
  list(query: RecordQuery): MirrorRecord[];
  get(kind: RecordKind, ids: readonly string[]): MirrorRecord[];
  mark(name: string): string | undefined;
  setMark(name: string, mark: string | undefined): void;
  find(matches: (record: MirrorRecord) => boolean): MirrorRecord[];
  remove(matches: (record: MirrorRecord) => boolean, limit?: number): number;
  /** Changes that take effect together. */
  draft(): { apply(change: RecordChange): void; commit(): void };
}

export function createBook(): Book {
  const records = new Map<string, MirrorRecord>();
  const marks = new Map<string, string>();
  /** Every list with its newest record last: what is new is usually the newest, and goes to the end. */
  const shelves = new Map<string, MirrorRecord[]>();

  const put = (record: MirrorRecord) => {
    const shelf = shelves.get(shelfOf(record)) ?? [];
    shelves.set(shelfOf(record), shelf);
    shelf.splice(firstNotBefore(shelf, record), 0, record);
    records.set(keyOf(record), record);
  };
  const take = (record: MirrorRecord) => {
    const shelf = shelves.get(shelfOf(record));
    shelf?.splice(firstNotBefore(shelf, record), 1);
    if (shelf?.length === 0) shelves.delete(shelfOf(record));
    records.delete(keyOf(record));
  };

  return {
    list({ kind, parent = '', where = {}, after, limit }) {
      const shelf = shelves.get(shelfOf({ kind, parent })) ?? [];
      const found: MirrorRecord[] = [];
      const start = after === undefined ? shelf.length : firstNotBefore(shelf, after);
      for (let index = start - 1; index >= 0 && found.length < limit; index--) {
        const record = shelf[index];
        if (record && hasFacets(record, where)) found.push(structuredClone(record));
      }
      return found;
    },
    get: (kind, ids) =>
      [...new Set(ids)].flatMap((id) => {
        const record = records.get(keyOf({ kind, id }));
        return record ? [structuredClone(record)] : [];
      }),
    mark: (name) => marks.get(name),
    setMark(name, mark) {
      if (mark === undefined) marks.delete(name);
      else marks.set(name, mark);
    },
    find: (matches) => [...records.values()].filter(matches),
    remove(matches, limit = Number.POSITIVE_INFINITY) {
      const found: MirrorRecord[] = [];
      for (const record of records.values()) {
        if (found.length >= limit) break;
        if (matches(record)) found.push(record);
      }
      for (const record of found) take(record);
      return found.length;
    },
    draft() {
      const changed = new Map<string, MirrorRecord>();
      return {
        apply({ key, merge }) {
          const current = changed.get(keyOf(key)) ?? records.get(keyOf(key));
          changed.set(keyOf(key), structuredClone(merge(current && structuredClone(current))));
        },
        commit() {
          for (const [key, record] of changed) {
            const before = records.get(key);
            if (before) take(before);
            put(record);
          }
        },
      };
    },
  };
}

function keyOf({ kind, id }: RecordKey): string {
  return `${kind}:${id}`;
}

function shelfOf({ kind, parent }: Pick<MirrorRecord, 'kind' | 'parent'>): string {
  return `${kind}:${parent}`;
}

type Place = Pick<MirrorRecord, 'at' | 'id'>;

function isBefore(left: Place, right: Place): boolean {
  return left.at === right.at ? left.id < right.id : left.at < right.at;
}

function firstNotBefore(shelf: readonly Place[], place: Place): number {
  let low = 0;
  let high = shelf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(shelf[middle] as Place, place)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasFacets({ facets }: MirrorRecord, where: Facets): boolean {
  return (Object.keys(where) as (keyof Facets)[]).every(
    (name) => where[name] === undefined || facets[name] === where[name],
  );
}
