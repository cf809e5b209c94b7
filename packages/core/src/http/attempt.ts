import type { AxiosInstance, AxiosResponse } from 'axios';
import { isAxiosError } from 'axios';
import { InboxError } from '../errors/index.ts';
import { aborted, networkFailure, unreadableBody } from './failures.ts';

export interface PreparedRequest {
  readonly method: string;
  /** Instead of the connection's. */
  readonly baseUrl: string | undefined;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface RawResponse {
  readonly status: number;
  /** Names in lower case; a repeated header is joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * One request, one answer, whatever its status. Throws `InboxError`: `aborted` with the caller's reason, `timeout` when connect, headers and
 * body together took longer than `timeoutMs`, `network`, or `unexpected-response` for a body over the bound. No error of axios leaves here:
 * those print credentials.
 */
export async function attempt(
  client: AxiosInstance,
  request: PreparedRequest,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
): Promise<RawResponse> {
  const { timeoutMs, signal } = options;
  if (signal?.aborted) throw aborted(signal, 'not-sent');
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const response = await client.request<Buffer>({
      method: request.method,
      ...(request.baseUrl !== undefined && { baseURL: request.baseUrl }),
      url: request.url,
      // Without a body axios would name the type of a form on its own.
      headers: request.body === undefined ? { ...request.headers, 'content-type': false } : request.headers,
      data: request.body,
      signal: controller.signal,
    });
    return { status: response.status, headers: plainHeaders(response), text: decode(response.data) };
  } catch (error) {
    if (signal?.aborted) throw aborted(signal, 'unknown');
    if (controller.signal.aborted) throw timedOut(timeoutMs);
    throw toInboxError(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function timedOut(timeoutMs: number): InboxError {
  return new InboxError(`The vendor did not answer within ${timeoutMs} ms`, {
    code: 'timeout',
    blame: 'vendor',
    outcome: 'unknown',
  });
}

function toInboxError(error: unknown): InboxError {
  const tooLarge = error instanceof Error && /^maxContentLength/.test(error.message);
  if (tooLarge) return unreadableBody('it is larger than the bound', 'unknown');
  // What axios calls a bad response without a cause is a body that broke off.
  const cause = isAxiosError(error) ? error.cause : error;
  const system = (typeof cause === 'object' && cause !== null ? cause : {}) as { code?: unknown; syscall?: unknown };
  const code = system.code ?? (isAxiosError(error) ? error.code : undefined);
  return networkFailure(typeof code === 'string' ? code : undefined, system.syscall === 'connect');
}

function plainHeaders(response: AxiosResponse): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** JSON is UTF-8; a byte order mark is dropped. */
function decode(body: Buffer): string {
  return body.toString('utf8').replace(/^\ufeff/, '');
}
