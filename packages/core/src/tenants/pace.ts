import { sleep } from '../http/index.ts';
import type { TenantConnection } from './generation.ts';

/** How often a connection is polled. */
export interface Pace {
  /** Whether a round is due, and the request budget allows it. */
  allows(connection: TenantConnection): boolean;
  /** How much the last round found: while something happens rounds are frequent, and rarer the longer nothing does. */
  found(events: number): void;
  pollNow(): void;
  /** Until the next round, or until somebody wants one now. */
  wait(signal: AbortSignal): Promise<void>;
}

/** For a vendor that is not polled, to see whether its configuration changed. */
const idleMs = 30_000;
const slowdown = 1.5;

export function createPace({ config, declared }: TenantConnection): Pace {
  const spec = declared.polling;
  const own = config.polling || undefined;
  const minMs = own?.minIntervalMs || spec?.minIntervalMs || idleMs;
  const maxMs = Math.max(minMs, own?.maxIntervalMs || spec?.maxIntervalMs || idleMs);
  const share = own?.budgetShare || spec?.budgetShare || 1;
  let intervalMs = minMs;
  let wake: AbortController | undefined;
  let wanted = true;

  return {
    allows({ live, config: { polling }, declared: { polling: polled } }) {
      const due = wanted;
      wanted = false;
      if (!due || polling === false || !polled || !live.supports('conversations.list')) return false;
      const budget = live.budget();
      return !budget || budget.remaining > budget.limit * (1 - share);
    },
    found(events) {
      intervalMs = events > 0 ? minMs : Math.min(maxMs, intervalMs * slowdown);
    },
    pollNow() {
      wanted = true;
      wake?.abort();
    },
    async wait(signal) {
      if (wanted) return;
      wake = new AbortController();
      await sleep(intervalMs, AbortSignal.any([signal, wake.signal])).catch(() => undefined);
      wake = undefined;
      wanted = true;
    },
  };
}
