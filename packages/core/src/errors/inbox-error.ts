import { inspect } from 'node:util';
import type { Blame, InboxErrorCode, WriteOutcome } from './codes.ts';

const marker = Symbol.for('anyinbox.InboxError');

export interface InboxErrorDetails {
  readonly code: InboxErrorCode;
  readonly blame: Blame;
  /** Only for writes. */
  readonly outcome?: WriteOutcome | undefined;
  /** Repeating the same call later may succeed and cannot do harm. Default false. */
  readonly retryable?: boolean | undefined;
  /** Milliseconds after which a repetition makes sense, when known. */
  readonly retryAfterMs?: number | undefined;
  readonly provider?: string | undefined;
  readonly connectionId?: string | undefined;
  readonly tenantId?: string | undefined;
  /** The operation that failed, such as `messages.send`. */
  readonly operation?: string | undefined;
  /** HTTP status of the vendor's answer. */
  readonly status?: number | undefined;
  /** The vendor's own error code, when it looks like a code. */
  readonly vendorCode?: string | undefined;
  /** The vendor's correlation id, for its support. */
  readonly requestId?: string | undefined;
  /** HTTP requests that were made; 0 means that nothing left the process. */
  readonly attempts?: number | undefined;
  /** What to do about it, in one sentence. */
  readonly hint?: string | undefined;
  /** Only what the caller gave us itself, such as the reason of its abort signal; never an error of the HTTP library. */
  readonly cause?: unknown;
}

const fields = [
  'code',
  'blame',
  'outcome',
  'retryable',
  'retryAfterMs',
  'provider',
  'connectionId',
  'tenantId',
  'operation',
  'status',
  'vendorCode',
  'requestId',
  'attempts',
  'hint',
] as const;

/**
 * The one error class of anyinbox. It carries no credential, message text or contact detail in any field: whoever constructs one puts only
 * names of fields, codes and numbers in it, so it may be logged whole.
 */
export class InboxError extends Error {
  declare readonly code: InboxErrorCode;
  declare readonly blame: Blame;
  declare readonly outcome?: WriteOutcome;
  declare readonly retryable: boolean;
  declare readonly retryAfterMs?: number;
  declare readonly provider?: string;
  declare readonly connectionId?: string;
  declare readonly tenantId?: string;
  declare readonly operation?: string;
  declare readonly status?: number;
  declare readonly vendorCode?: string;
  declare readonly requestId?: string;
  declare readonly attempts?: number;
  declare readonly hint?: string;

  constructor(message: string, details: InboxErrorDetails) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    Object.defineProperty(this, 'name', { value: 'InboxError', configurable: true });
    Object.defineProperty(this, marker, { value: true });
    for (const field of fields) {
      const value = details[field] ?? (field === 'retryable' ? false : undefined);
      if (value !== undefined) Object.defineProperty(this, field, { value, enumerable: true });
    }
  }

  /** True for an InboxError of any copy of this package in the process. */
  static isInstance(value: unknown): value is InboxError {
    return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[marker] === true;
  }

  /** The same error, at the same place, with some details replaced. */
  with(changes: Partial<InboxErrorDetails>): InboxError {
    const cause = 'cause' in this ? { cause: this.cause } : {};
    const error = new InboxError(this.message, { ...this.toDetails(), ...cause, ...changes });
    if (this.stack !== undefined) error.stack = this.stack;
    return error;
  }

  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...this.toDetails() };
  }

  private toDetails(): InboxErrorDetails {
    const known = fields.flatMap((field) => (this[field] === undefined ? [] : [[field, this[field]]]));
    return Object.fromEntries(known) as InboxErrorDetails;
  }

  [inspect.custom](_depth: number, options: object): string {
    const details = this.toDetails();
    const cause = this.cause === undefined ? '' : `\n  [cause]: ${describeCause(this.cause)}`;
    return `${this.stack ?? String(this)} ${inspect(details, { ...options, showHidden: false })}${cause}`;
  }
}

/** The caller's own abort reason may hold anything: only its name is printed. */
function describeCause(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause;
}
