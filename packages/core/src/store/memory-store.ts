import { type Book, createBook } from './memory-book.ts';
import { createErasures } from './memory-erasures.ts';
import { createMemoryLeases } from './memory-leases.ts';
import { createMemoryLog } from './memory-log.ts';
import type { MirrorRecord, Scope, Store } from './store.ts';

export interface MemoryStoreOptions {
  /** Milliseconds since the epoch, for leases. */
  readonly now?: (() => number) | undefined;
}

/** A store that lasts as long as the process: for tests, and for trying things out. What an app must not lose belongs into `@anyinbox/postgres`. */
export function createMemoryStore({ now = Date.now }: MemoryStoreOptions = {}): Store {
  const books = new Map<string, Book & { readonly erased: ReturnType<typeof createErasures> }>();
  const log = createMemoryLog();
  const leases = createMemoryLeases(now);
  const bookOf = ({ tenantId, connectionId }: Scope) => {
    const key = JSON.stringify([tenantId, connectionId]);
    const book = books.get(key) ?? { ...createBook(), erased: createErasures() };
    books.set(key, book);
    return book;
  };

  return {
    async ingest({ scope, entries, marks = {} }) {
      const draft = bookOf(scope).draft();
      const { erased } = bookOf(scope);
      const fresh = log.unclaimed(
        scope,
        entries.filter((entry) => !erased.holds(entry)),
      );
      for (const { changes } of fresh) for (const change of changes) draft.apply(change);
      // Nothing above changed anything: a merge that throws leaves the store as it was.
      draft.commit();
      for (const [name, mark] of Object.entries(marks)) bookOf(scope).setMark(name, mark);
      log.append(scope, fresh);
      return { accepted: fresh.map(({ event }) => event.id) };
    },
    list: async (scope, query) => bookOf(scope).list(query),
    get: async (scope, kind, ids) => bookOf(scope).get(kind, ids),
    mark: async (scope, name) => bookOf(scope).mark(name),
    events: async (query) => log.read(query),
    head: async () => log.head(),
    watch: log.watch,
    lease: async (name, owner, ttlMs) => leases.take(name, owner, ttlMs),
    release: async (name, owner) => leases.release(name, owner),
    async erase(scope, { conversationIds, contactIds, until }) {
      const contacts = new Set(contactIds);
      const isTheirs = ({ facets }: MirrorRecord) => facets.contactId !== undefined && contacts.has(facets.contactId);
      const theirs = bookOf(scope).find((record) => record.kind === 'conversation' && isTheirs(record));
      const told = log.conversationsOf(scope, contacts);
      const conversations = new Set([...conversationIds, ...theirs.map(({ id }) => id), ...told]);
      if (until !== undefined) bookOf(scope).erased.add(conversations, contacts, until);
      const records = bookOf(scope).remove(
        (record) =>
          (record.kind === 'conversation' && conversations.has(record.id)) ||
          (record.kind === 'message' && conversations.has(record.parent)) ||
          isTheirs(record),
      );
      const events = log.blank(
        scope,
        ({ conversationId, contactId }) =>
          (conversationId !== undefined && conversations.has(conversationId)) ||
          (contactId !== undefined && contacts.has(contactId)),
      );
      return { records, events };
    },
    async expire(scope, before, limit) {
      const old = ({ kind, at }: { kind: string; at: string }) =>
        (kind === 'conversation' || kind === 'message') && at !== '' && at < before;
      return { records: bookOf(scope).remove(old, limit), events: log.expire(scope, before, limit) };
    },
    async forget(tenantId, connectionId) {
      let records = 0;
      for (const [key, book] of books) {
        const [tenant, connection] = JSON.parse(key) as [string, string];
        if (tenant !== tenantId || (connectionId !== undefined && connection !== connectionId)) continue;
        records += book.remove(() => true);
        books.delete(key);
      }
      return { records, events: log.forget(tenantId, connectionId) };
    },
    async close() {
      log.close();
    },
  };
}
