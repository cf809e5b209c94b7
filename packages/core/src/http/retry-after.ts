import type { RateLimitFacts } from '../provider/index.ts';

const maxMs = 24 * 60 * 60 * 1000;

/** Milliseconds until the vendor wants to be asked again: its own header if it has one, else `Retry-After` (seconds or a date). */
export function readRetryAfter(
  headers: Readonly<Record<string, string>>,
  facts: RateLimitFacts | undefined,
  now: number,
): number | undefined {
  const own = facts?.resetHeader;
  const reset = own ? toNumber(headers[own.name]) : undefined;
  if (own && reset !== undefined) return bounded(reset * (own.unit === 'seconds' ? 1000 : 1));
  const standard = headers['retry-after'];
  const seconds = toNumber(standard);
  if (seconds !== undefined) return bounded(seconds * 1000);
  const date = standard === undefined ? Number.NaN : Date.parse(standard);
  return Number.isNaN(date) ? undefined : bounded(date - now);
}

/** The requests that are left, when the vendor says so in a whole number. */
export function readRemaining(
  headers: Readonly<Record<string, string>>,
  facts: RateLimitFacts | undefined,
): number | undefined {
  const value = facts?.remainingHeader ? headers[facts.remainingHeader] : undefined;
  return value !== undefined && /^\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
}

function toNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*\d{1,12}(\.\d{1,6})?\s*$/.test(value) ? Number(value) : undefined;
}

function bounded(milliseconds: number): number {
  return Math.min(maxMs, Math.max(0, Math.ceil(milliseconds)));
}
