import { InboxError } from '../errors/index.ts';
import type { InboxEvent } from '../model/index.ts';
import type { NativeEvent } from '../provider/index.ts';
import type { LogEntry, Store } from '../store/index.ts';
import { changesOf } from './changes.ts';
import { composeEvent } from './compose-event.ts';

export interface JournalContext {
  readonly store: Store;
  readonly tenantId: string;
  readonly connectionId: string;
  readonly provider: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** How long what is written is kept, in milliseconds; what is older already is not written at all. Absent: for ever. */
  readonly keepForMs?: number | undefined;
}

/** Where everything that happens on a connection is written down, however we hear of it. */
export interface Journal {
  /**
   * Writes events with what they do to the mirror, and marks, in one transaction. Resolves, when it is durable, with those that are new. Nothing
   * is written twice, and a write that rejects wrote nothing.
   */
  record(
    events: readonly NativeEvent[],
    via: InboxEvent['via'],
    marks?: Readonly<Record<string, string | undefined>>,
  ): Promise<readonly InboxEvent[]>;
}

export function createJournal(context: JournalContext): Journal {
  const { store, tenantId, connectionId, provider, now, keepForMs } = context;
  return {
    async record(natives, via, marks) {
      const time = now();
      const origin = { tenantId, connectionId, provider, via, receivedAt: new Date(time).toISOString() };
      const oldest = keepForMs === undefined ? '' : new Date(time - keepForMs).toISOString();
      const entries = natives
        .map((native) => ({ native, event: composeEvent(native, origin) }))
        .filter(({ event }) => event.occurredAt >= oldest)
        .map(
          ({ native, event }): LogEntry => ({
            event,
            conversationId: native.conversationId,
            contactId: native.contact?.id ?? native.conversation?.contact?.id,
            changes: changesOf(event),
          }),
        );
      if (entries.length === 0 && marks === undefined) return [];
      const accepted = new Set(await write(() => store.ingest({ scope: { tenantId, connectionId }, entries, marks })));
      return entries.flatMap(({ event }) => (accepted.delete(event.id) ? [event] : []));
    },
  };
}

async function write(ingest: () => ReturnType<Store['ingest']>): Promise<readonly string[]> {
  try {
    return (await ingest()).accepted;
  } catch (error) {
    throw storeFailed(error);
  }
}

/** What a store throws may quote what was to be written: of errors that are not ours only that there was one is said. */
export function storeFailed(error: unknown): InboxError {
  if (InboxError.isInstance(error)) return error;
  return new InboxError('The store failed', { code: 'internal', blame: 'library', retryable: true });
}
