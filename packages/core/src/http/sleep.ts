import { setTimeout as delay } from 'node:timers/promises';
import { aborted } from './failures.ts';

/** Waits. Rejects at once with `aborted` when the signal fires. */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return delay(milliseconds);
  try {
    await delay(milliseconds, undefined, { signal });
  } catch {
    throw aborted(signal);
  }
}
