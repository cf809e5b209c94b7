import { assumed } from './assumptions.ts';

/** Requests per hour of "all other endpoints" (vendors/brevo.md §4). */
export const hourlyLimits = { general: 100, advanced: 200, extended: 600 } as const;

export type BrevoPlan = keyof typeof hourlyLimits;

export interface RateLimiter {
  /** Counts one call. `resetSeconds` is the time until a new budget, not a point in time. */
  take(): { blocked: boolean; limit: number; remaining: number; resetSeconds: number };
  reset(): void;
}

export function createRateLimiter(plan: BrevoPlan, now: () => number): RateLimiter {
  const limit = hourlyLimits[plan];
  let windowEndsAt = Number.NEGATIVE_INFINITY;
  let calls = 0;
  return {
    take() {
      const time = now();
      if (time >= windowEndsAt) {
        windowEndsAt = time + assumed.rateLimitWindowMs;
        calls = 0;
      }
      const blocked = calls >= limit;
      if (!blocked) calls += 1;
      return { blocked, limit, remaining: limit - calls, resetSeconds: Math.ceil((windowEndsAt - time) / 1000) };
    },
    reset() {
      windowEndsAt = Number.NEGATIVE_INFINITY;
      calls = 0;
    },
  };
}
