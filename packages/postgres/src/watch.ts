import type { Database } from './database/database.ts';

const pollMs = 5000;

/** Wakes listeners when the database says so, and looks for itself now and then: notifications get lost where a proxy stands between. */
export function createWatch(database: Database, channel: string, head: () => Promise<string>) {
  const listeners = new Set<() => void>();
  let stop: (() => Promise<void>) | undefined;
  let closed = false;
  const wake = () => {
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener());
  };

  const start = () => {
    const stopListening = database.listen(channel, wake);
    let last: string | undefined;
    const poll = async () => {
      const now = await head().catch(() => undefined);
      if (now !== last) wake();
      last = now;
    };
    const timer = setInterval(poll, pollMs).unref();
    return () => {
      clearInterval(timer);
      return stopListening();
    };
  };

  return {
    watch(listener: () => void): () => void {
      if (closed) return () => undefined;
      // A function of our own: the same listener may be given twice.
      const own = () => listener();
      listeners.add(own);
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
