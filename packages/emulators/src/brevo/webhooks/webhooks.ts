import { setTimeout as sleep } from 'node:timers/promises';
import { postWebhook, type WebhookAddress } from '../../server/post-webhook.ts';
import { assumed } from '../assumptions.ts';
import { addressOf, type BrevoWebhookTarget } from './target.ts';

/** One webhook, from the event to its last attempt; the entry changes while it is under way. */
export interface BrevoDelivery {
  event: string;
  body: unknown;
  /** Of the latest answer; undefined when the latest attempt had none. */
  status: number | undefined;
  attempts: number;
  outcome: 'pending' | 'delivered' | 'discarded';
}

export interface BrevoRetryOptions {
  /** The waits between attempts in milliseconds: 10 minutes, 1, 2 and 8 hours by default. An empty list switches retries off. */
  delaysMs?: readonly number[];
  /** How to wait: real time by default. `() => Promise.resolve()` retries at once. */
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** How long the receiver may take to answer: 10 000 ms by default. */
  timeoutMs?: number;
}

export interface BrevoWebhooks {
  /** From now on webhooks go there; nowhere, when called without a target. Those under way keep theirs. */
  configure(target?: BrevoWebhookTarget): void;
  /** Every webhook since one is configured, in the order of events. */
  readonly deliveries: readonly BrevoDelivery[];
  /** Sends any body as a webhook: one a second time, an old one late, a malformed one. A string goes out as it is. */
  send(body: unknown): void;
  /** Resolves when nothing is under way any more, retries included. */
  idle(): Promise<void>;
}

export interface WebhookSender extends BrevoWebhooks {
  /** Gives up what is under way, forgets the deliveries and goes back to the first target. */
  reset(): void;
  /** Gives up what is under way and sends no more; the log stays. */
  close(): void;
}

export function createWebhooks(first: BrevoWebhookTarget | undefined, retries: BrevoRetryOptions = {}): WebhookSender {
  const { delaysMs = assumed.retryDelaysMs, timeoutMs = assumed.receiverTimeoutMs } = retries;
  const wait = retries.wait ?? ((ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }));
  const firstTarget = first === undefined ? undefined : addressOf(first);
  const deliveries: BrevoDelivery[] = [];
  const underWay = new Set<Promise<void>>();
  let target = firstTarget;
  let stop = new AbortController();
  let queue: Promise<void> = Promise.resolve();

  function track(work: Promise<void>): void {
    const done = work.finally(() => underWay.delete(done));
    underWay.add(done);
  }

  async function attempt(delivery: BrevoDelivery, to: WebhookAddress, text: string, signal: AbortSignal) {
    if (signal.aborted) return;
    delivery.attempts += 1;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    delivery.status = (await postWebhook({ ...to, text }, limit)).status;
    if (delivery.status === undefined || delivery.status === 429) return;
    delivery.outcome = delivery.status >= 200 && delivery.status < 300 ? 'delivered' : 'discarded';
  }

  /** Only what found no receiver, or found it too busy, is sent again (vendors/brevo.md §3.2). */
  async function retry(delivery: BrevoDelivery, to: WebhookAddress, text: string, signal: AbortSignal) {
    for (const ms of delaysMs) {
      if (delivery.outcome !== 'pending' || signal.aborted) return;
      await wait(ms, signal).catch(() => undefined);
      await attempt(delivery, to, text, signal);
    }
    if (delivery.outcome === 'pending') delivery.outcome = 'discarded';
  }

  function close(): void {
    stop.abort();
    stop = new AbortController();
    target = undefined;
  }

  return {
    deliveries,
    configure(next) {
      target = next === undefined ? undefined : addressOf(next);
    },
    send(body) {
      if (target === undefined) return;
      const [to, { signal }] = [target, stop];
      const delivery: BrevoDelivery = {
        event: eventOf(body),
        body,
        status: undefined,
        attempts: 0,
        outcome: 'pending',
      };
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      deliveries.push(delivery);
      queue = queue.then(() => attempt(delivery, to, text, signal));
      track(queue.then(() => retry(delivery, to, text, signal)));
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    reset() {
      close();
      deliveries.length = 0;
      target = firstTarget;
    },
    close,
  };
}

function eventOf(body: unknown): string {
  const name = typeof body === 'object' && body !== null && 'eventName' in body ? body.eventName : undefined;
  return typeof name === 'string' ? name : 'unknown';
}
