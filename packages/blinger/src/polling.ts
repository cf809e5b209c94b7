import type { PollingSpec } from '@anyinbox/core/provider';

/**
 * A round asks for a whole listing, many requests of which no limit is known (vendors/blinger.md §Envelope and errors): slower than others, and
 * rare when nothing happens.
 */
export const polling: PollingSpec = { minIntervalMs: 10_000, maxIntervalMs: 120_000, budgetShare: 0.5 };
