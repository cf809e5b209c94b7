import type { Database } from './database/database.ts';
import { keyOf } from './keys.ts';
import { tagOf } from './notifications.ts';

const pollMs = 5000;

/** Wakes listeners when the database says so, and looks for itself now and then: notifications get lost where a proxy stands between. */
export function createWatch(database: Database, channel: string, head: () => Promise<string>) {
  /** With the tag of the tenant that each is for; undefined: of all. */
  const listeners = new Map<() => void, string | undefined>();
  let stop: (() => Promise<void>) | undefined;
  let closed = false;
  let heard = false;
  /** Without a payload: nobody knows of whom it was. */
  const wake = (payload?: string) => {
    heard ||= payload !== undefined;
    const tags = payload ? new Set(payload.split(',')) : undefined;
    for (const [listener, tag] of listeners)
      if (!tags || tag === undefined || tags.has(tag)) queueMicrotask(() => listeners.has(listener) && listener());
  };

  const start = () => {
    const stopListening = database.listen(channel, wake);
    let last: string | undefined;
    const poll = async () => {
      const now = await head().catch(() => undefined);
      // As long as notifications come, whoever had to was woken.
      if (now !== last && !heard) wake();
      last = now;
      heard = false;
    };
    const timer = setInterval(poll, pollMs).unref();
    return () => {
      clearInterval(timer);
      return stopListening();
    };
  };

  return {
    watch(listener: () => void, tenantId?: string): () => void {
      if (closed) return () => undefined;
      // A function of our own: the same listener may be given twice.
      const own = () => listener();
      listeners.set(own, tenantId === undefined ? undefined : tagOf(keyOf(tenantId)));
      stop ??= start();
      return () => {
        if (!listeners.delete(own) || listeners.size > 0) return;
        void stop?.();
        stop = undefined;
      };
    },
    async close(): Promise<void> {
      closed = true;
      listeners.clear();
      await stop?.();
      stop = undefined;
    },
  };
}
