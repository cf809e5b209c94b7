import type { MirrorRecord, RecordQuery, Scope, Store } from '@anyinbox/core';

/** The ids of all events, in the order of the log. */
export async function readLog(store: Store): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | undefined, done = false; !done; ) {
    const page = await store.events({ after, limit: 1000 });
    ids.push(...page.map(({ event }) => event.id));
    after = page.at(-1)?.position;
    done = after === undefined;
  }
  return ids;
}

/** A whole list. */
export async function readList(store: Store, scope: Scope, query: Omit<RecordQuery, 'limit'>): Promise<MirrorRecord[]> {
  const records: MirrorRecord[] = [];
  for (;;) {
    const page = await store.list(scope, { ...query, after: records.at(-1), limit: 1000 });
    if (page.length === 0) return records;
    records.push(...page);
  }
}
