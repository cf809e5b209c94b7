/** Whether a fault strikes before the vendor has done what was asked, or after it, when only the answer is lost. */
export type FaultMoment = 'before-effect' | 'after-effect';

/** Answers with a status in the vendor's own error envelope. Strikes before the effect unless told otherwise. */
export interface StatusFault {
  kind: 'status';
  status: number;
  message?: string;
  headers?: Record<string, string>;
  when?: FaultMoment;
}

/**
 * Waits before answering. By default the request has taken effect by then, the harsher case for a client that gives up;
 * with `before-effect` a client that leaves during the wait leaves nothing behind.
 */
export interface DelayFault {
  kind: 'delay';
  ms: number;
  when?: FaultMoment;
}

/** Resets the connection without a byte of answer. */
export interface ResetFault {
  kind: 'reset';
  when: FaultMoment;
}

/** Declares the full content-length, sends half of the body and closes. The request has taken effect. */
export interface TruncateFault {
  kind: 'truncate';
}

/**
 * Answers with a body that is not the vendor's. A string goes out as it is (`text/html` unless told otherwise), anything else as JSON.
 * Strikes before the effect unless told otherwise.
 */
export interface BodyFault {
  kind: 'body';
  body: unknown;
  status?: number;
  contentType?: string;
  headers?: Record<string, string>;
  when?: FaultMoment;
}

/** Sends status and headers at once, then the body in small pieces over `ms`. The request has taken effect. */
export interface SlowBodyFault {
  kind: 'slow-body';
  ms: number;
}

export type Fault = StatusFault | DelayFault | ResetFault | TruncateFault | BodyFault | SlowBodyFault;

export interface FaultMatch {
  method?: string;
  /** The whole path without the query, or a pattern that is searched in it. */
  path?: string | RegExp;
}

/** A fault to queue: it strikes the next `times` (1 by default, `Infinity` allowed) requests that match. */
export type FaultRule = Fault & { times?: number; match?: FaultMatch };
