import type { InboxErrorCode } from '../errors/index.ts';
import type { Secret } from './secret.ts';

/** Vendor facts that the http room needs, as data. Each names its place in the vendor's sheet. */
export interface Transport<Config> {
  /** Of the options alone: the credentials may change from request to request. */
  baseUrl(config: OptionsOf<Config>): string;
  /** Sent with every request: the credentials, as the vendor wants them. */
  headers(config: Config): HeaderMap;
  /** Recognises the vendor's error envelope, on any status. Undefined: this body is no error. */
  readError?(body: unknown): VendorError | undefined;
  /** A response header with the vendor's correlation id. */
  readonly requestIdHeader?: string;
  /** A function where they depend on the configuration, such as on the account's plan. */
  readonly limits?: RateLimitFacts | ((config: OptionsOf<Config>) => RateLimitFacts);
}

type OptionsOf<Config> = Pick<Config, 'options' & keyof Config>;

export type HeaderMap = Readonly<Record<string, HeaderValue>>;

/** A secret with what goes before it: `{ prefix: 'Bearer ', secret }`. */
export type HeaderValue = string | Secret | { readonly prefix: string; readonly secret: Secret };

export interface VendorError {
  /** The vendor's code. Core keeps it only if it looks like one. */
  readonly vendorCode?: string | number | undefined;
  /** The status that the body means, when the HTTP status is 2xx. */
  readonly status?: number | undefined;
  /** When the vendor's code says more than the status. */
  readonly code?: InboxErrorCode | undefined;
}

export interface RateLimitFacts {
  /** Requests in any window of `perMs` milliseconds. `sendReserve` of them are kept for sends. */
  readonly budget?: { readonly requests: number; readonly perMs: number; readonly sendReserve: number };
  /** A header with the requests that are left. */
  readonly remainingHeader?: string;
  /** A header with the time until the limit ends, relative, in `unit`. `Retry-After` is always understood. */
  readonly resetHeader?: { readonly name: string; readonly unit: 'seconds' | 'milliseconds' };
  /** How long the vendor blocks after the limit was broken: the first time, and how much longer each further time. */
  readonly ban?: { readonly firstMs: number; readonly stepMs: number; readonly maxMs: number };
}
