import { setTimeout as delay } from 'node:timers/promises';
import { aborted } from './failures.ts';

/** Waits. Rejects at once with `aborted` when the signal fires. */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) throw aborted(signal);
  try {
    await delay(milliseconds, undefined, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) throw aborted(signal);
    throw error;
  }
}
