import type { InboxError } from '../errors/index.ts';
import { aborted } from '../http/index.ts';
import { linkSignal } from './link-signal.ts';

interface Owner {
  readonly signal: AbortSignal | undefined;
  explain(error: unknown): InboxError;
}

/**
 * An async generator whose `return()` does not wait for the request in flight but cancels it, also while a `next()` is pending: that one then ends
 * without a value. Parallel `next()` calls are queued by the generator.
 */
export function cancellable<T>(
  owner: Owner,
  generate: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
): AsyncIterableIterator<T> {
  let running: { generator: AsyncGenerator<T, void, undefined>; stop: () => void; release: () => void } | undefined;
  let stopped = false;
  const done = { done: true, value: undefined } as const;
  const start = () => {
    const { signal, stop, release } = linkSignal(owner.signal);
    return { generator: generate(signal), stop, release };
  };
  return {
    async next() {
      if (stopped) return done;
      try {
        running ??= start();
        // Also in the middle of a page that is there already: who aborts wants no more of it.
        if (owner.signal?.aborted) throw owner.explain(aborted(owner.signal));
        const result = await running.generator.next();
        if (result.done) running.release();
        return stopped ? done : result;
      } catch (error) {
        running?.release();
        if (stopped) return done;
        throw error;
      }
    },
    async return() {
      stopped = true;
      running?.stop();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
