import pRetry from 'p-retry';
import { InboxError } from '../errors/index.ts';
import type { VendorRequest } from '../provider/index.ts';
import { decideRetry, isTransient } from './retry-decision.ts';
import { sleep } from './sleep.ts';

export interface RetryOptions {
  readonly effect: VendorRequest<unknown>['effect'];
  readonly maxAttempts: number;
  readonly remainingMs: () => number;
  readonly signal: AbortSignal | undefined;
  /** The credentials can be renewed, once, after the vendor refused them. */
  readonly renewable: () => boolean;
  readonly onRetry: (error: InboxError, delayMs: number) => void;
}

/** Runs an attempt until it passes or must not be repeated. What it throws then says of a write whether any attempt may have been taken. */
export async function retry<T>(attempt: (renew: boolean) => Promise<T>, options: RetryOptions): Promise<T> {
  const { effect, maxAttempts, remainingMs, signal, onRetry } = options;
  let earlier: 'not-sent' | 'unknown' = 'not-sent';
  let renewals = 0;
  let renew = false;
  const once = () => {
    const renewing = renew;
    renew = false;
    return attempt(renewing);
  };
  try {
    return await pRetry(once, {
      // One more for renewed credentials, which is no repetition.
      retries: maxAttempts,
      minTimeout: 0,
      maxTimeout: 0,
      // Deciding and waiting happen here: p-retry knows no reset header, and given the signal it would throw away an answer that came in the
      // moment of the abort, which for a send is a lie.
      onFailedAttempt: async ({ error, attemptNumber }) => {
        if (!InboxError.isInstance(error)) throw error;
        if (error.outcome === 'unknown') earlier = 'unknown';
        if (renewals === 0 && error.code === 'unauthorized' && options.renewable()) {
          renewals++;
          renew = true;
          return;
        }
        const failed = { effect, error, attempt: attemptNumber - renewals, maxAttempts, remainingMs: remainingMs() };
        const delayMs = decideRetry({ ...failed, random: Math.random() });
        if (delayMs === undefined) throw error;
        onRetry(error, delayMs);
        await sleep(delayMs, signal);
      },
    });
  } catch (error) {
    throw InboxError.isInstance(error) ? settle(error, effect, earlier) : error;
  }
}

/** Says of a write whether the vendor may have taken it in any of the attempts, of a read nothing. */
function settle(
  error: InboxError,
  effect: VendorRequest<unknown>['effect'],
  earlier: 'not-sent' | 'unknown',
): InboxError {
  const mayPass = isTransient(error) || error.code === 'budget-exhausted';
  if (effect === 'read') return error.with({ outcome: undefined, retryable: mayPass });
  const outcome = earlier === 'unknown' ? 'unknown' : (error.outcome ?? 'not-sent');
  return error.with({ outcome, retryable: mayPass && (effect === 'write' || outcome === 'not-sent') });
}
