import type * as z from 'zod';
import type { HeaderMap } from './transport.ts';

export type QueryValue = string | number | boolean | undefined;

/** One HTTP request to the vendor, as data. */
export interface VendorRequest<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base URL, with `{name}` for parameters: `/v1/chats/{chatId}`. */
  readonly path: string;
  /** Each is checked, so that none can reach another path, and encoded. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Undefined values are left out. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** Sent as JSON, or, if `encoding` says so, as a form of scalar values. */
  readonly body?: unknown;
  readonly encoding?: 'json' | 'form';
  /** For the rare call that goes to another place than the provider's base URL, such as a token endpoint. */
  readonly baseUrl?: string;
  /** Instead of the connection's own credentials. */
  readonly headers?: HeaderMap;
  /**
   * `read` and `write` (repeating it changes nothing) are retried; `send` (repeating it would say, create or rotate something twice) only when
   * the vendor certainly did not take it.
   */
  readonly effect: 'read' | 'write' | 'send';
  /** Asks only for what mapping needs. An empty body is parsed as `undefined`. */
  readonly response: z.ZodType<T>;
  /** The vendor does not say what it answers: on 2xx a short text that is neither JSON nor markup is taken for an empty body. */
  readonly anyText?: boolean;
}

/**
 * One operation in progress. Its requests share the caller's abort signal, and their errors name the operation.
 */
export interface Call {
  readonly signal: AbortSignal | undefined;
  /**
   * Throws `InboxError`: for every status but 2xx, for an error envelope on any status, for a body that is not JSON or does not fit
   * `response`. Never an error of the HTTP library.
   */
  request<T>(request: VendorRequest<T>): Promise<T>;
}
