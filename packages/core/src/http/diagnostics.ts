import { channel } from 'node:diagnostics_channel';

/** What every event on `anyinbox:request` and `anyinbox:retry` says. No id of a person, no text, no header, no body. */
export interface RequestEvent {
  /** Of a tenant's inbox. */
  readonly tenantId?: string | undefined;
  readonly provider: string;
  readonly connectionId: string;
  readonly operation: string;
  readonly method: string;
  /** The path template: parameters are not filled in. */
  readonly path: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly durationMs: number;
  readonly status?: number | undefined;
  /** The vendor's clock when it answered, in milliseconds since the epoch, by its `Date` header: exact to a second. */
  readonly serverTime?: number | undefined;
  /** The error's code, when the attempt failed. */
  readonly code?: string | undefined;
  readonly outcome?: string | undefined;
}

export interface RetryEvent extends RequestEvent {
  readonly delayMs: number;
}

/** Publishes on node:diagnostics_channel; costs next to nothing while nobody listens. */
export function publish(name: 'request', event: RequestEvent): void;
export function publish(name: 'retry', event: RetryEvent): void;
export function publish(name: 'request' | 'retry', event: RequestEvent): void {
  const target = channel(`anyinbox:${name}`);
  if (target.hasSubscribers) target.publish(event);
}
