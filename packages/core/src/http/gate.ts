import { InboxError } from '../errors/index.ts';
import { aborted } from './failures.ts';

export interface Gate {
  /** Runs the work, unless too much is under way or waiting already: then it throws `rate-limited`, blame `caller`, at once. */
  admit<T>(work: () => Promise<T>): Promise<T>;
  /** Runs the work when there is a place. First come, first served; who aborts leaves the queue at once. */
  pass<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T>;
}

/** Bounds what one connection does at once and what waits for it, so that a flood of calls costs only whoever makes it. */
export function createGate(places: number, waiting: number): Gate {
  let admitted = 0;
  let free = places;
  const queue = new Set<() => void>();

  const wait = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        queue.delete(enter);
        reject(aborted(signal as AbortSignal));
      };
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      queue.add(enter);
    });

  return {
    async admit(work) {
      if (admitted >= places + waiting) throw tooMany(waiting);
      admitted++;
      try {
        return await work();
      } finally {
        admitted--;
      }
    },
    async pass(signal, work) {
      if (signal?.aborted) throw aborted(signal);
      if (free > 0) free--;
      else await wait(signal);
      try {
        return await work();
      } finally {
        const [next] = queue;
        if (next) {
          queue.delete(next);
          next();
        } else free++;
      }
    },
  };
}

function tooMany(waiting: number): InboxError {
  return new InboxError(`More than ${waiting} requests wait for this connection already`, {
    code: 'rate-limited',
    blame: 'caller',
    outcome: 'not-sent',
    retryable: true,
    attempts: 0,
    hint: 'Nothing was sent to the vendor. Make fewer calls at once.',
  });
}
