import { InboxError } from '../errors/index.ts';
import type { Call, Connected, NativeCalls, Transport, VendorRequest } from '../provider/index.ts';
import { createAxiosClient } from './axios-client.ts';
import { type BudgetSnapshot, createBudget } from './budget.ts';
import { publish } from './diagnostics.ts';
import { exchange } from './exchange.ts';
import { prepareRequest } from './prepare-request.ts';
import { retry } from './retry.ts';

export interface HttpOptions {
  /** For one attempt: connect, headers and body together. Default 20,000 ms. */
  readonly timeoutMs?: number | undefined;
  /** For one request with all its attempts and waits. Default 60,000 ms. */
  readonly deadlineMs?: number | undefined;
  /** Default 4. */
  readonly maxAttempts?: number | undefined;
  /** Bound of a body after decompression. Default 10 MiB. */
  readonly maxBodyBytes?: number | undefined;
}

export interface HttpContext<Config> extends HttpOptions {
  readonly provider: string;
  readonly connectionId: string;
  readonly config: Config;
  readonly transport: Transport<Config>;
  /** The wall clock, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds that only go forward: for durations, deadlines and windows, which a corrected wall clock must not move. */
  readonly elapsed: () => number;
  /** Instead of the transport's headers; see `Connected.authorize`. Read at each request. */
  readonly authorize?: () => Connected<object, NativeCalls>['authorize'];
}

export interface HttpClient {
  request<T>(
    request: VendorRequest<T>,
    call: { readonly operation: string; readonly signal: AbortSignal | undefined },
  ): Promise<T>;
  budget(): BudgetSnapshot | undefined;
  close(): void;
}

/** The one way out: every request to a vendor, of every provider, goes through here. */
export function createHttpClient<Config>(context: HttpContext<Config>): HttpClient {
  const { provider, connectionId, config, transport, now, elapsed } = context;
  const { timeoutMs = 20_000, deadlineMs = 60_000, maxAttempts = 4, maxBodyBytes = 10 * 1024 * 1024 } = context;
  const axios = createAxiosClient(transport.baseUrl(config), maxBodyBytes);
  const limits = typeof transport.limits === 'function' ? transport.limits(config) : transport.limits;
  const budget = createBudget(limits, elapsed);

  const client: HttpClient = {
    async request(request, { operation, signal }) {
      const startedAt = elapsed();
      const remainingMs = () => deadlineMs - (elapsed() - startedAt);
      const authorize = request.headers ? undefined : context.authorize?.();
      const call: Call = { signal, request: (inner) => client.request(inner, { operation, signal }) };
      const event = { provider, connectionId, operation, method: request.method, path: request.path };
      let attempts = 0;
      const onRequest = () => {
        attempts++;
        return { ...event, attempt: attempts };
      };
      const onRetry = ({ code }: InboxError, delayMs: number) =>
        publish('retry', { ...event, attempt: attempts, durationMs: elapsed() - startedAt, code, delayMs });
      try {
        const attempt = (renew: boolean) => {
          const prepared = prepareRequest(request);
          const credentials = async () => authorize?.(call, renew) ?? request.headers ?? transport.headers(config);
          const options = { request, prepared, credentials, timeoutMs, remainingMs, signal, onRequest };
          return exchange({ axios, budget, transport, limits, now, elapsed }, options);
        };
        const renewable = authorize !== undefined;
        return await retry(attempt, { effect: request.effect, maxAttempts, remainingMs, signal, renewable, onRetry });
      } catch (error) {
        throw InboxError.isInstance(error) ? error.with({ attempts }) : error;
      }
    },
    budget: () => budget.snapshot(),
    close: () => axios.close(),
  };
  return client;
}
