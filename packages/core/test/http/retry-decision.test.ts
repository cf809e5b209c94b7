import { InboxError, type InboxErrorDetails } from '@anyinbox/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRetry, type FailedAttempt } from '../../src/http/retry-decision.ts';

const failed = (details: Partial<InboxErrorDetails>, attempt: Partial<FailedAttempt> = {}) =>
  decideRetry({
    effect: 'read',
    attempt: 1,
    maxAttempts: 4,
    remainingMs: 60_000,
    random: 0.5,
    ...attempt,
    error: new InboxError('x', { code: 'network', blame: 'network', ...details }),
  });

describe('decideRetry', () => {
  it.each([408, 429, 500, 502, 503, 504])('repeats reads and writes after %i', (status) => {
    const code = status === 408 ? 'timeout' : status === 429 ? 'rate-limited' : 'provider-unavailable';
    expect(failed({ code, status })).toBeGreaterThan(0);
    expect(failed({ code, status }, { effect: 'write' })).toBeGreaterThan(0);
  });

  it.each([
    ['unauthorized', 401],
    ['invalid-request', 400],
    ['not-found', 404],
    ['provider-unavailable', 501],
    ['unexpected-response', 200],
    ['aborted', undefined],
    ['budget-exhausted', undefined],
  ] as const)('gives up after %s %s', (code, status) => {
    expect(failed({ code, status })).toBeUndefined();
  });

  it('repeats a send only when the vendor certainly did not take it', () => {
    expect(failed({ outcome: 'not-sent' }, { effect: 'send' })).toBeGreaterThan(0);
    expect(failed({ outcome: 'unknown' }, { effect: 'send' })).toBeUndefined();
    expect(failed({ outcome: undefined }, { effect: 'send' })).toBeUndefined();
  });

  it('never asks before the vendor wants it, and never waits past the deadline', () => {
    expect(failed({ retryAfterMs: 7000 })).toBe(7000);
    expect(failed({ retryAfterMs: 60_000 })).toBeUndefined();
    expect(failed({}, { remainingMs: 100 })).toBeUndefined();
  });

  it('waits longer each time, within jitter and bound, and stops at the last attempt', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const delay = failed(
            {},
            { attempt, maxAttempts: 31, random, remainingMs: Number.POSITIVE_INFINITY },
          ) as number;
          const backoff = Math.min(8000, 250 * 2 ** (attempt - 1));
          expect(delay).toBeGreaterThanOrEqual(Math.floor(backoff / 2));
          expect(delay).toBeLessThanOrEqual(backoff);
        },
      ),
    );
    expect(failed({}, { attempt: 4 })).toBeUndefined();
  });
});
