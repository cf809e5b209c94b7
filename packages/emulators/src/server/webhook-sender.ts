import { addressed, postWebhook, type WebhookTarget } from './post-webhook.ts';

export type { WebhookTarget };

/** One webhook on its way, or there. */
export interface WebhookDelivery {
  url: string;
  headers: Record<string, string>;
  /** The body as it was sent, byte for byte. */
  text: string;
  /** The payload that was sent; a string if the body was given as one. */
  payload: unknown;
  /** The receiver's answer; undefined while it is awaited, and when there was none. */
  status: number | undefined;
  /** Why there was no answer. */
  error?: string;
}

export interface WebhookSender {
  /** Every webhook whose turn has come, in order. */
  readonly deliveries: readonly WebhookDelivery[];
  /** From now on webhooks go there; nowhere, and into no log, when called without a target. */
  configure(target?: WebhookTarget): void;
  /** Queues a webhook for the target of this moment. A string goes out as it is, anything else as JSON of what it is now. */
  send(payload: unknown): void;
  /** Resolves when nothing is queued or on its way. */
  idle(): Promise<void>;
  /** Without target, queue and log. */
  reset(): void;
  /** Ends what is on its way and sends no more; the log stays. */
  close(): void;
}

export interface WebhookSenderOptions {
  /** How long the receiver may take: 10 s by default. */
  timeoutMs?: number;
}

/** Delivers one webhook after the other, in the order they were sent, each once. */
export function createWebhookSender({ timeoutMs = 10_000 }: WebhookSenderOptions = {}): WebhookSender {
  const deliveries: WebhookDelivery[] = [];
  let target: WebhookTarget | undefined;
  let queue: Promise<void> = Promise.resolve();
  let stop = new AbortController();

  async function deliver(to: WebhookTarget, text: string, payload: unknown, signal: AbortSignal): Promise<void> {
    const { url, headers } = addressed(to);
    if (signal.aborted) return;
    const delivery: WebhookDelivery = { url, headers, text, payload, status: undefined };
    deliveries.push(delivery);
    const { status, error } = await postWebhook(delivery, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
    delivery.status = status;
    if (error !== undefined) delivery.error = error;
  }

  function close(): void {
    stop.abort();
    stop = new AbortController();
    queue = Promise.resolve();
    target = undefined;
  }

  return {
    deliveries,
    configure(next) {
      // A wrong URL is the test's mistake: it is thrown here rather than logged later.
      if (next !== undefined) addressed(next);
      target = next;
    },
    send(payload) {
      if (target === undefined) return;
      const to = target;
      const { signal } = stop;
      const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
      const kept: unknown = typeof payload === 'string' ? payload : JSON.parse(text);
      queue = queue.then(() => deliver(to, text, kept, signal));
    },
    async idle() {
      let seen: Promise<void>;
      do {
        seen = queue;
        await seen;
      } while (seen !== queue);
    },
    reset() {
      close();
      deliveries.length = 0;
    },
    close,
  };
}
