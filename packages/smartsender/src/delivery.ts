import { type Delivery, defined } from '@anyinbox/core/provider';
import { deliveryWords } from './assumptions.ts';
import type { SmartsenderMessage } from './schemas.ts';

const ranks: readonly Delivery['state'][] = ['unknown', 'pending', 'sent', 'delivered', 'read'];

/** The words of `state.type` are guessed and the times are documented, so a time raises what the word says, unless that is a failure. */
export function toDelivery({ state, seenAt, deliveredAt }: SmartsenderMessage): Delivery {
  const word = deliveryWords.get(state?.type?.toLowerCase() ?? '') ?? 'unknown';
  if (word === 'failed') return defined({ state: word, reason: codeOf(state?.message) });
  const seen = seenAt ? 'read' : deliveredAt ? 'delivered' : 'unknown';
  return { state: ranks.indexOf(seen) > ranks.indexOf(word) ? seen : word };
}

/** A code, not a sentence, which may quote the customer: `BLOCKED`, `user_blocked`, `131047`. */
function codeOf(message: string | null | undefined): string | undefined {
  const isCode = /^(?:[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*|[a-z][a-z0-9]*(?:_[a-z0-9]+)+|\d{1,6})$/;
  return message && message.length <= 64 && isCode.test(message) ? message : undefined;
}
