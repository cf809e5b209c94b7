import type { Blame, InboxErrorCode, WriteOutcome } from '@anyinbox/core';

/** What each status means; the outcome is that of a write. */
export const statuses: readonly [number, InboxErrorCode, Blame, WriteOutcome][] = [
  [302, 'unexpected-response', 'vendor', 'unknown'],
  [400, 'invalid-request', 'caller', 'not-sent'],
  [401, 'unauthorized', 'credentials', 'not-sent'],
  [403, 'forbidden', 'credentials', 'not-sent'],
  [404, 'not-found', 'caller', 'not-sent'],
  [409, 'conflict', 'caller', 'not-sent'],
  [422, 'invalid-request', 'caller', 'not-sent'],
  [429, 'rate-limited', 'caller', 'not-sent'],
  [500, 'provider-unavailable', 'vendor', 'unknown'],
  [502, 'provider-unavailable', 'vendor', 'unknown'],
  [503, 'provider-unavailable', 'vendor', 'unknown'],
];
