import type { InboxError } from '../errors/index.ts';
import type { VendorRequest } from '../provider/index.ts';
import { isTransient } from './retry-decision.ts';

/** Says of a write whether the vendor may have taken it in any of the attempts, of a read nothing. */
export function settle(
  error: InboxError,
  effect: VendorRequest<unknown>['effect'],
  earlier: 'not-sent' | 'unknown',
  attempts: number,
): InboxError {
  const mayPass = isTransient(error) || error.code === 'budget-exhausted';
  if (effect === 'read') return error.with({ attempts, outcome: undefined, retryable: mayPass });
  const outcome = earlier === 'unknown' ? 'unknown' : (error.outcome ?? 'not-sent');
  return error.with({ attempts, outcome, retryable: mayPass && (effect === 'write' || outcome === 'not-sent') });
}
