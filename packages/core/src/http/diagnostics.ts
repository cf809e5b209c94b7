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

/** A webhook was answered. What the path named is absent until a connection was found, and its secret right. */
export interface WebhookEvent {
  readonly tenantId?: string | undefined;
  readonly connectionId?: string | undefined;
  readonly provider?: string | undefined;
  readonly status: number;
  /** Events that were new. */
  readonly accepted?: number | undefined;
  /** Why it was not taken. */
  readonly code?: string | undefined;
  readonly durationMs: number;
}

/** Publishes on node:diagnostics_channel; costs next to nothing while nobody listens. */
export function publish(name: 'request', event: RequestEvent): void;
export function publish(name: 'retry', event: RetryEvent): void;
export function publish(name: 'webhook', event: WebhookEvent): void;
export function publish(name: string, event: RequestEvent | WebhookEvent): void {
  const target = channel(`anyinbox:${name}`);
  if (target.hasSubscribers) target.publish(event);
}
