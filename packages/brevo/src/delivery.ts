import { type Delivery, defined } from '@anyinbox/core/provider';
import { forwarded } from './assumptions.ts';
import type { BrevoMessage } from './schemas.ts';

/** A visitor's message has arrived; of ours only `forwardedToSourceStatus` tells, once it is there (vendors/brevo.md §2.1). */
export function toDelivery({ type, forwardedToSourceStatus: status }: BrevoMessage): Delivery {
  if (type === 'visitor') return { state: 'delivered' };
  if (status?.isSuccess === true) return { state: forwarded };
  if (status?.isSuccess === false || status?.error)
    return defined({ state: 'failed' as const, reason: codeOf(status.error) });
  return { state: 'unknown' };
}

/** A code (`BLOCKED`, `user_blocked`, `131047`), not a sentence, which may quote the customer. */
function codeOf(error: string | null | undefined): string | undefined {
  const isCode = /^(?:[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*|[a-z][a-z0-9]*(?:_[a-z0-9]+)+|\d{1,6})$/;
  return error && error.length <= 64 && isCode.test(error) ? error : undefined;
}
