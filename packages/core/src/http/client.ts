import { InboxError } from '../errors/index.ts';
import type { Call, HeaderMap, RateLimitFacts, Transport, VendorRequest } from '../provider/index.ts';
import { createAxiosClient } from './axios-client.ts';
import { type Budget, type BudgetSnapshot, createBudget } from './budget.ts';
import { publish } from './diagnostics.ts';
import { exchange } from './exchange.ts';
import { createGate } from './gate.ts';
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
  /** Requests at once. Default 16. */
  readonly maxConcurrent?: number | undefined;
  /** Requests that wait for a place at most; beyond them calls are refused at once. Default 1,000. */
  readonly maxWaiting?: number | undefined;
}

export interface HttpContext extends HttpOptions {
  readonly tenantId?: string | undefined;
  readonly provider: string;
  readonly connectionId: string;
  readonly baseUrl: string;
  readonly limits: RateLimitFacts | undefined;
  /** One that outlives this client; default: a new one. */
  readonly budget?: Budget | undefined;
  readonly transport: Pick<Transport<never>, 'readError' | 'requestIdHeader'>;
  /** The wall clock, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds that only go forward: for durations, deadlines and windows, which a corrected wall clock must not move. */
  readonly elapsed: () => number;
  /** The headers of one request; `renew` after the vendor refused the last ones. */
  credentials(call: Call, renew: boolean): Promise<HeaderMap>;
  /** Whether asking again can give other headers. */
  renewable(): boolean;
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
export function createHttpClient(context: HttpContext): HttpClient {
  const { provider, connectionId, limits, transport, now, elapsed } = context;
  const { timeoutMs = 20_000, deadlineMs = 60_000, maxAttempts = 4, maxBodyBytes = 10 * 1024 * 1024 } = context;
  const { maxConcurrent = 16, maxWaiting = 1000 } = context;
  const axios = createAxiosClient(context.baseUrl, maxBodyBytes);
  const gate = createGate(maxConcurrent, maxWaiting);
  const budget = context.budget ?? createBudget(limits, elapsed);

  const requestNow: HttpClient['request'] = async (request, { operation, signal }) => {
    const startedAt = elapsed();
    const remainingMs = () => deadlineMs - (elapsed() - startedAt);
    const call: Call = { signal, request: (inner) => client.request(inner, { operation, signal }) };
    const { tenantId } = context;
    const event = { tenantId, provider, connectionId, operation, method: request.method, path: request.path };
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
        const credentials = async () => request.headers ?? context.credentials(call, renew);
        const options = { request, prepared, credentials, timeoutMs, remainingMs, signal, onRequest };
        return exchange({ axios, budget, gate, transport, limits, now, elapsed }, options);
      };
      const renewable = () => !request.headers && context.renewable();
      // What belongs to another request is repeated with it.
      return await retry(attempt, {
        effect: request.effect,
        maxAttempts: request.headers ? 1 : maxAttempts,
        remainingMs,
        signal,
        renewable,
        onRetry,
      });
    } catch (error) {
      throw InboxError.isInstance(error) ? error.with({ attempts }) : error;
    }
  };

  const client: HttpClient = {
    // What gets the credentials of a request is part of that request, which was admitted.
    request: (request, call) =>
      request.headers ? requestNow(request, call) : gate.admit(() => requestNow(request, call)),
    budget: () => budget.snapshot(),
    close: () => axios.close(),
  };
  return client;
}
