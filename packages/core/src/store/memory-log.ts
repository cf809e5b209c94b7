import type { InboxEvent } from '../model/index.ts';
import type { LogEntry, LoggedEvent, LogQuery, Scope } from './store.ts';

interface Logged {
  readonly scope: Scope;
  readonly position: number;
  /** Undefined: erased. */
  event: InboxEvent | undefined;
  readonly receivedAt: string;
  readonly claim: string;
  readonly conversationId: string | undefined;
  readonly contactId: string | undefined;
}

/** The event log of all tenants, in memory. */
export function createMemoryLog() {
  let log: Logged[] = [];
  let head = 0;
  const claims = new Set<string>();
  const listeners = new Map<() => void, string | undefined>();
  const claimOf = (scope: Scope, { event }: LogEntry) => JSON.stringify([scope.tenantId, scope.connectionId, event.id]);

  return {
    /** Those whose event nobody logged before, each once. */
    unclaimed(scope: Scope, entries: readonly LogEntry[]): LogEntry[] {
      const fresh = new Map<string, LogEntry>();
      for (const entry of entries) {
        const claim = claimOf(scope, entry);
        if (!claims.has(claim) && !fresh.has(claim)) fresh.set(claim, entry);
      }
      return [...fresh.values()];
    },
    append(scope: Scope, entries: readonly LogEntry[]): void {
      for (const entry of entries) {
        const claim = claimOf(scope, entry);
        claims.add(claim);
        log.push({
          scope,
          claim,
          position: ++head,
          event: structuredClone(entry.event),
          receivedAt: entry.event.receivedAt,
          conversationId: entry.conversationId,
          contactId: entry.contactId,
        });
      }
      if (entries.length === 0) return;
      for (const [listener, tenantId] of listeners)
        if (tenantId === undefined || tenantId === scope.tenantId) queueMicrotask(listener);
    },
    read({ tenantId, connectionIds, after = '0', limit }: LogQuery): LoggedEvent[] {
      const found: LoggedEvent[] = [];
      for (let index = firstBehind(log, Number(after)); index < log.length && found.length < limit; index++) {
        const { scope, position, event } = log[index] as Logged;
        if (event === undefined || (tenantId !== undefined && scope.tenantId !== tenantId)) continue;
        if (connectionIds && !connectionIds.includes(scope.connectionId)) continue;
        found.push({ position: String(position), event: structuredClone(event) });
      }
      return found;
    },
    head: () => String(head),
    watch(listener: () => void, tenantId?: string): () => void {
      // A function of our own: one listener may watch twice.
      const own = () => listener();
      listeners.set(own, tenantId);
      return () => listeners.delete(own);
    },
    /** Takes the content of events away; that they were seen stays known. */
    blank(scope: Scope, matches: (logged: Logged) => boolean): number {
      const found = log.filter((logged) => isIn(scope, logged) && logged.event !== undefined && matches(logged));
      for (const logged of found) logged.event = undefined;
      return found.length;
    },
    /** The conversations of all events that name one of these contacts. */
    conversationsOf: (scope: Scope, contacts: ReadonlySet<string>) =>
      log.flatMap((logged) => {
        const { conversationId, contactId = '' } = logged;
        return conversationId !== undefined && contacts.has(contactId) && isIn(scope, logged) ? [conversationId] : [];
      }),
    forget(tenantId: string, connectionId: string | undefined): number {
      const isTheirs = ({ scope }: Logged) =>
        scope.tenantId === tenantId && (connectionId === undefined || scope.connectionId === connectionId);
      const gone = log.filter(isTheirs);
      for (const { claim } of gone) claims.delete(claim);
      log = log.filter((logged) => !isTheirs(logged));
      return gone.filter(({ event }) => event !== undefined).length;
    },
    expire(scope: Scope, before: string, limit: number): number {
      const old = log.filter((logged) => isIn(scope, logged) && logged.receivedAt < before).slice(0, limit);
      const gone = new Set(old);
      for (const { claim } of old) claims.delete(claim);
      log = log.filter((logged) => !gone.has(logged));
      return old.length;
    },
    close: () => listeners.clear(),
  };
}

function isIn({ tenantId, connectionId }: Scope, { scope }: Logged): boolean {
  return scope.tenantId === tenantId && scope.connectionId === connectionId;
}

function firstBehind(log: readonly Logged[], position: number): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((log[middle] as Logged).position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
