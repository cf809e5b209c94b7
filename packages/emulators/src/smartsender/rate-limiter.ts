import { assumed } from './assumptions.ts';

/** vendors/smartsender.md §Auth, base URL, limits. */
const callsPerMinute = 180;
const banStepMs = 60_000;
const longestBanMs = 720_000;

export interface RateLimiter {
  /** Counts one call. */
  take(): { blocked: boolean; remaining: number };
  reset(): void;
}

/** The first breach blocks for 60 s, each later one for 60 s more, up to 720 s. */
export function createRateLimiter(now: () => number): RateLimiter {
  let windowEndsAt = Number.NEGATIVE_INFINITY;
  let blockedUntil = Number.NEGATIVE_INFINITY;
  let calls = 0;
  let breaches = 0;
  return {
    take() {
      const time = now();
      if (time < blockedUntil) return { blocked: true, remaining: 0 };
      if (time >= windowEndsAt) {
        windowEndsAt = time + assumed.rateLimitWindowMs;
        calls = 0;
      }
      calls += 1;
      if (calls <= callsPerMinute) return { blocked: false, remaining: callsPerMinute - calls };
      breaches += 1;
      blockedUntil = time + Math.min(breaches * banStepMs, longestBanMs);
      windowEndsAt = blockedUntil;
      return { blocked: true, remaining: 0 };
    },
    reset() {
      windowEndsAt = Number.NEGATIVE_INFINITY;
      blockedUntil = Number.NEGATIVE_INFINITY;
      calls = 0;
      breaches = 0;
    },
  };
}
