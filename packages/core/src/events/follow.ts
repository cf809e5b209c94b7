import type { InboxEvent } from '../model/index.ts';
import { invalidRequest } from '../provider/index.ts';
import type { LogQuery, Store } from '../store/index.ts';
import { storeFailed } from './journal.ts';

/** An event as the log gives it out. */
export interface StreamedEvent extends InboxEvent {
  /** Pass it as `after` to go on behind this event. */
  readonly cursor: string;
}

export interface EventsOptions {
  /** The `cursor` of the last event that was dealt with; `'now'` for what is yet to come. Absent: from the beginning of the log. */
  readonly after?: string | undefined;
  /** Ends the iteration, without an error. */
  readonly signal?: AbortSignal | undefined;
}

const pageSize = 100;
/** Should the store's call be lost on its way. */
const lookAnywayMs = 15_000;

/**
 * The log, and then what comes, as soon as it is there. Whoever stores the cursor after dealing with an event gets every event at least once. Events of
 * a connection come in the order in which they were written.
 */
export async function* followLog(
  store: Store,
  query: Pick<LogQuery, 'tenantId' | 'connectionIds'>,
  { after, signal }: EventsOptions,
): AsyncGenerator<StreamedEvent, void, undefined> {
  if (after !== undefined && after !== 'now' && !/^\d{1,19}$/.test(after))
    throw invalidRequest("after is not a cursor of an event, nor 'now'");
  const bell = createBell(signal);
  const unwatch = store.watch(bell.ring, query.tenantId);
  try {
    let position = after === 'now' ? await store.head() : (after ?? '0');
    while (!signal?.aborted) {
      bell.silence();
      const events = await store.events({ ...query, after: position, limit: pageSize });
      for (const { position: cursor, event } of events) {
        if (signal?.aborted) return;
        yield { ...event, cursor };
        position = cursor;
      }
      if (events.length < pageSize) await bell.wait(lookAnywayMs);
    }
  } catch (error) {
    if (!signal?.aborted) throw storeFailed(error);
  } finally {
    unwatch();
    bell.close();
  }
}

/** Rung while nobody waits, it is heard by the next who does. */
function createBell(signal: AbortSignal | undefined) {
  let rung = false;
  let wake: (() => void) | undefined;
  const ring = () => {
    rung = true;
    wake?.();
  };
  signal?.addEventListener('abort', ring, { once: true });
  return {
    ring,
    silence() {
      rung = false;
    },
    async wait(milliseconds: number) {
      if (rung || signal?.aborted) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, milliseconds);
      });
      clearTimeout(timer);
      wake = undefined;
    },
    close: () => signal?.removeEventListener('abort', ring),
  };
}
