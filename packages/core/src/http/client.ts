import pRetry from 'p-retry';
import { InboxError } from '../errors/index.ts';
import type { Transport, VendorRequest } from '../provider/index.ts';
import { attempt, type PreparedRequest, type RawResponse } from './attempt.ts';
import { createAxiosClient } from './axios-client.ts';
import { type BudgetSnapshot, createBudget } from './budget.ts';
import { publish } from './diagnostics.ts';
import { aborted } from './failures.ts';
import { prepareRequest } from './prepare-request.ts';
import { readResponse } from './read-response.ts';
import { readRemaining, readRetryAfter } from './retry-after.ts';
import { decideRetry } from './retry-decision.ts';
import { settle } from './settle.ts';
import { sleep } from './sleep.ts';

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
  readonly now: () => number;
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
  const { provider, connectionId, config, transport, now } = context;
  const { timeoutMs = 20_000, deadlineMs = 60_000, maxAttempts = 4, maxBodyBytes = 10 * 1024 * 1024 } = context;
  const axios = createAxiosClient(transport.baseUrl(config), maxBodyBytes);
  const budget = createBudget(transport.limits, now);

  /** One attempt, and what its answer teaches us about the vendor's limit. */
  const tryOnce = async <T>(
    request: VendorRequest<T>,
    prepared: PreparedRequest,
    remainingMs: number,
    signal: AbortSignal | undefined,
  ) => {
    const client = request.effect === 'send' ? axios.single : axios.shared;
    const response = await attempt(client, prepared, { timeoutMs: Math.min(timeoutMs, remainingMs), signal });
    const left = readRemaining(response.headers, transport.limits);
    if (left !== undefined) budget.learnRemaining(left);
    try {
      return { status: response.status, value: readResponse(request, prepared, response, transport) };
    } catch (error) {
      throw withRetryAfter(error, response);
    }
  };

  const withRetryAfter = (error: unknown, response: RawResponse): unknown => {
    if (!InboxError.isInstance(error)) return error;
    const told = readRetryAfter(response.headers, transport.limits, now());
    const retryAfterMs = error.code === 'rate-limited' ? budget.learnRefusal(told) : told;
    return retryAfterMs === undefined ? error : error.with({ retryAfterMs });
  };

  return {
    async request(request, { operation, signal }) {
      const startedAt = now();
      const remainingMs = () => deadlineMs - (now() - startedAt);
      const event = { provider, connectionId, operation, method: request.method, path: request.path };
      let attempts = 0;
      let outcome: 'not-sent' | 'unknown' = 'not-sent';
      const once = async (prepared: PreparedRequest) => {
        await budget.acquire(request.effect, remainingMs(), signal);
        if (signal?.aborted) throw aborted(signal);
        attempts++;
        const attemptedAt = now();
        const report = (result: { status?: number | undefined; code?: string; outcome?: string | undefined }) =>
          publish('request', { ...event, attempt: attempts, durationMs: now() - attemptedAt, ...result });
        try {
          const { status, value } = await tryOnce(request, prepared, Math.max(1, remainingMs()), signal);
          report({ status });
          return value;
        } catch (error) {
          if (InboxError.isInstance(error)) report({ status: error.status, code: error.code, outcome: error.outcome });
          throw error;
        }
      };
      try {
        const prepared = prepareRequest(request, transport.headers(config));
        return await pRetry(() => once(prepared), {
          retries: maxAttempts - 1,
          minTimeout: 0,
          maxTimeout: 0,
          // Deciding and waiting happen here: p-retry knows no reset header, and given the signal it would throw away an answer that came
          // in the moment of the abort, which for a send is a lie.
          onFailedAttempt: async ({ error, attemptNumber }) => {
            if (!InboxError.isInstance(error)) throw error;
            if (error.outcome === 'unknown') outcome = 'unknown';
            const delayMs = decideRetry({
              effect: request.effect,
              error,
              attempt: attemptNumber,
              maxAttempts,
              remainingMs: remainingMs(),
              random: Math.random(),
            });
            if (delayMs === undefined) throw error;
            publish('retry', { ...event, attempt: attempts, durationMs: now() - startedAt, code: error.code, delayMs });
            await sleep(delayMs, signal);
          },
        });
      } catch (error) {
        throw InboxError.isInstance(error) ? settle(error, request.effect, outcome, attempts) : error;
      }
    },
    budget: () => budget.snapshot(),
    close: () => axios.close(),
  };
}
