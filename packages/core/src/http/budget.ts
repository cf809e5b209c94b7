import { InboxError } from '../errors/index.ts';
import type { RateLimitFacts, VendorRequest } from '../provider/index.ts';
import { sleep } from './sleep.ts';

/** What is left of a vendor's request limit, as far as this process knows. */
export interface BudgetSnapshot {
  readonly limit: number;
  readonly perMs: number;
  /** Requests that sends may still make now; reads stop `sendReserve` earlier. */
  readonly remaining: number;
  readonly sendReserve: number;
  /** Milliseconds until the vendor's block ends; 0 when it does not block. */
  readonly blockedForMs: number;
}

export interface Budget {
  /** Waits for a place. Throws `budget-exhausted`, before any request, when there is none within `withinMs`. */
  acquire(effect: VendorRequest<unknown>['effect'], withinMs: number, signal: AbortSignal | undefined): Promise<void>;
  /** The vendor says how many requests are left, and maybe for how long: others may use the same account. */
  learnRemaining(remaining: number, resetMs?: number): void;
  /** The vendor refused because of its limit. Returns how long it blocks, in milliseconds. */
  learnRefusal(retryAfterMs: number | undefined): number | undefined;
  snapshot(): BudgetSnapshot | undefined;
}

/**
 * Counts requests over a sliding window, since a vendor's window may begin at any moment and some punish a breach with a growing ban: a window of
 * fixed borders lets twice the limit through around a border.
 */
export function createBudget(facts: RateLimitFacts | undefined, now: () => number): Budget {
  const budget = facts?.budget;
  let used: number[] = [];
  let blockedUntil = 0;
  let refusals = 0;

  const remaining = () => {
    if (!budget) return Number.POSITIVE_INFINITY;
    const start = now() - budget.perMs;
    if (used.length > 0 && (used[0] as number) <= start) used = used.filter((time) => time > start);
    return budget.requests - used.length;
  };

  /** Milliseconds until one more request of this kind is allowed. */
  const waitFor = (effect: VendorRequest<unknown>['effect']): number => {
    const blocked = blockedUntil - now();
    if (blocked > 0) return blocked;
    const places = remaining() - (budget && effect !== 'send' ? budget.sendReserve : 0);
    if (places > 0 || !budget) return 0;
    const freeing = used[-places] ?? now();
    return Math.max(1, freeing + budget.perMs - now());
  };

  return {
    async acquire(effect, withinMs, signal) {
      const deadline = now() + withinMs;
      for (let wait = waitFor(effect); wait > 0; wait = waitFor(effect)) {
        if (now() + wait >= deadline) throw exhausted(wait, blockedUntil > now());
        await sleep(wait, signal);
      }
      if (budget) used.push(now());
    },
    learnRemaining(left, resetMs) {
      if (!budget) return;
      const unknownToUs = remaining() - Math.min(left, budget.requests);
      if (unknownToUs <= 0) return;
      const expires = now() + Math.min(resetMs ?? budget.perMs, budget.perMs);
      const others = Array.from({ length: unknownToUs }, () => expires - budget.perMs);
      used = [...used, ...others].sort((left, right) => left - right);
    },
    learnRefusal(retryAfterMs) {
      const left = blockedUntil - now();
      // Requests that were under way when the vendor began to block are refused too: that is the same breach.
      if (left > 0) return Math.max(left, retryAfterMs ?? 0);
      refusals++;
      const ban = facts?.ban;
      const banMs = ban ? Math.min(ban.maxMs, ban.firstMs + ban.stepMs * (refusals - 1)) : undefined;
      const waitMs = retryAfterMs ?? banMs;
      if (waitMs !== undefined) blockedUntil = Math.max(blockedUntil, now() + waitMs);
      return waitMs;
    },
    snapshot() {
      if (!budget) return undefined;
      return {
        limit: budget.requests,
        perMs: budget.perMs,
        remaining: Math.max(0, remaining()),
        sendReserve: budget.sendReserve,
        blockedForMs: Math.max(0, blockedUntil - now()),
      };
    },
  };
}

function exhausted(retryAfterMs: number, blocked: boolean): InboxError {
  const reason = blocked ? 'The vendor blocks this account for a while' : "The vendor's request limit is used up";
  return new InboxError(reason, {
    code: 'budget-exhausted',
    blame: 'caller',
    outcome: 'not-sent',
    retryAfterMs,
    hint: 'Nothing was sent to the vendor. Repeat the call after `retryAfterMs`.',
  });
}
