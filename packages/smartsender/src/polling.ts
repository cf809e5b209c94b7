import type { PollingSpec } from '@anyinbox/core/provider';

/**
 * A round in which nothing happened is one request (vendors/smartsender.md §Auth, base URL, limits: 180 a minute, and growing bans for more). That the
 * newest activity comes first is inferred (§Pagination).
 */
export const polling: PollingSpec = { minIntervalMs: 5000, maxIntervalMs: 60_000, budgetShare: 0.3 };
