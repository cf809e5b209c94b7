import type { PollingSpec } from '@anyinbox/core/provider';

/** A round in which nothing happened is one request. No limit is documented (vendors/sendyiq.md §Limits and idempotency). */
export const polling: PollingSpec = { minIntervalMs: 5000, maxIntervalMs: 60_000, budgetShare: 0.5 };
