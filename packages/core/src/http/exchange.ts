import { InboxError } from '../errors/index.ts';
import type { HeaderMap, RateLimitFacts, Transport, VendorRequest } from '../provider/index.ts';
import { attempt, type PreparedRequest, type RawResponse } from './attempt.ts';
import type { AxiosClient } from './axios-client.ts';
import type { Budget } from './budget.ts';
import { publish, type RequestEvent } from './diagnostics.ts';
import type { Gate } from './gate.ts';
import { withCredentials } from './prepare-request.ts';
import { readResponse } from './read-response.ts';
import { readRemaining, readRetryAfter } from './retry-after.ts';

export interface Exchange<T> {
  readonly request: VendorRequest<T>;
  readonly prepared: PreparedRequest;
  readonly credentials: () => Promise<HeaderMap>;
  readonly timeoutMs: number;
  /** Milliseconds until the total deadline. */
  readonly remainingMs: () => number;
  readonly signal: AbortSignal | undefined;
  /** Runs when the request leaves; its result is what diagnostics say of it. */
  readonly onRequest: () => Omit<RequestEvent, 'durationMs'>;
}

interface ExchangeContext {
  readonly axios: AxiosClient;
  readonly budget: Budget;
  readonly gate: Gate;
  readonly transport: Pick<Transport<never>, 'readError' | 'requestIdHeader'>;
  readonly limits: RateLimitFacts | undefined;
  readonly now: () => number;
  readonly elapsed: () => number;
}

/** One request and its answer: waits for a place in the budget, and learns from the answer what is left of it. */
export async function exchange<T>(context: ExchangeContext, options: Exchange<T>): Promise<T> {
  const { budget, gate } = context;
  const { request, remainingMs, signal } = options;
  const prepared = withCredentials(options.prepared, await options.credentials());
  // Another place, such as a token endpoint, has a limit of its own.
  if (request.baseUrl === undefined) await budget.acquire(request.effect, remainingMs(), signal);
  return gate.pass(signal, () => sendNow(context, options, prepared));
}

async function sendNow<T>(context: ExchangeContext, options: Exchange<T>, prepared: PreparedRequest): Promise<T> {
  const { axios, transport, elapsed } = context;
  const { request, remainingMs, signal } = options;
  const event = options.onRequest();
  const startedAt = elapsed();
  let serverTime: number | undefined;
  const report = (result: Partial<RequestEvent>) =>
    publish('request', { ...event, durationMs: elapsed() - startedAt, ...result });
  try {
    const client = request.effect === 'send' ? axios.single : axios.shared;
    const timeoutMs = Math.max(1, Math.min(options.timeoutMs, remainingMs()));
    const response = await attempt(client, prepared, { timeoutMs, signal });
    serverTime = readDate(response.headers['date']);
    const value = learning(context, response, () => readResponse(request, prepared, response, transport));
    report({ status: response.status, serverTime });
    return value;
  } catch (error) {
    if (InboxError.isInstance(error))
      report({ status: error.status, serverTime, code: error.code, outcome: error.outcome });
    throw error;
  }
}

function readDate(value: string | undefined): number | undefined {
  const time = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** Takes from the answer what it says about the vendor's limit. */
function learning<T>({ budget, limits, now }: ExchangeContext, response: RawResponse, read: () => T): T {
  const left = readRemaining(response.headers, limits);
  const told = readRetryAfter(response.headers, limits, now());
  if (left !== undefined) budget.learnRemaining(left, told);
  try {
    return read();
  } catch (error) {
    if (!InboxError.isInstance(error)) throw error;
    const retryAfterMs = error.code === 'rate-limited' ? budget.learnRefusal(told) : told;
    throw retryAfterMs === undefined ? error : error.with({ retryAfterMs });
  }
}
