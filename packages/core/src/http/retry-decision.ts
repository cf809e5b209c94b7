import type { InboxError } from '../errors/index.ts';
import type { VendorRequest } from '../provider/index.ts';

const transientStatus = new Set([408, 429, 500, 502, 503, 504]);
const baseDelayMs = 250;
const maxDelayMs = 8_000;

export interface FailedAttempt {
  readonly effect: VendorRequest<unknown>['effect'];
  readonly error: InboxError;
  /** 1 for the first. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Milliseconds until the total deadline. */
  readonly remainingMs: number;
  /** In [0, 1). */
  readonly random: number;
}

/**
 * Milliseconds to wait before the next attempt, or undefined to give up: the one place that decides. Transient failures only; a send only when
 * the vendor certainly did not take it; never before the vendor's own reset; never past the deadline.
 */
export function decideRetry(failed: FailedAttempt): number | undefined {
  const { effect, error, attempt, maxAttempts, remainingMs, random } = failed;
  if (attempt >= maxAttempts || !isTransient(error)) return undefined;
  if (effect === 'send' && error.outcome !== 'not-sent') return undefined;
  const backoff = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
  const delay = Math.max(error.retryAfterMs ?? 0, Math.round(backoff * (0.5 + random / 2)));
  return delay < remainingMs ? delay : undefined;
}

export function isTransient(error: InboxError): boolean {
  if (error.code === 'network' || error.code === 'timeout' || error.code === 'rate-limited') return true;
  return error.code === 'provider-unavailable' && (error.status === undefined || transientStatus.has(error.status));
}
