import { type Blame, InboxError, type InboxErrorCode, type WriteOutcome } from '../errors/index.ts';

/** The caller's signal fired. Its reason is the `cause`. */
export function aborted(signal: AbortSignal, outcome?: WriteOutcome): InboxError {
  return new InboxError('The call was aborted', { code: 'aborted', blame: 'caller', outcome, cause: signal.reason });
}

interface StatusMeaning {
  readonly code: InboxErrorCode;
  readonly blame: Blame;
  /** Whether a write was carried out. A refusal says no; a failure of the vendor says nothing. */
  readonly outcome: WriteOutcome;
  readonly hint?: string;
}

const refused = { blame: 'caller', outcome: 'not-sent' } as const;
const meanings: Readonly<Record<number, StatusMeaning>> = {
  400: { ...refused, code: 'invalid-request' },
  401: { ...refused, code: 'unauthorized', blame: 'credentials', hint: 'Check the credentials of this connection.' },
  403: { ...refused, code: 'forbidden', blame: 'credentials', hint: 'Check what these credentials are allowed to do.' },
  404: { ...refused, code: 'not-found' },
  408: { code: 'timeout', blame: 'vendor', outcome: 'unknown' },
  409: { ...refused, code: 'conflict' },
  410: { ...refused, code: 'not-found' },
  422: { ...refused, code: 'invalid-request' },
  429: { ...refused, code: 'rate-limited' },
};

/** What an HTTP status that is not 2xx means for us. */
export function meaningOfStatus(status: number): StatusMeaning {
  const known = meanings[status];
  if (known) return known;
  if (status >= 500) return { code: 'provider-unavailable', blame: 'vendor', outcome: 'unknown' };
  if (status >= 400) return { ...refused, code: 'invalid-request' };
  return {
    code: 'unexpected-response',
    blame: 'vendor',
    outcome: 'unknown',
    hint: 'The vendor answered with a redirect, which is not followed. Check the base URL.',
  };
}

/** Failures that happen before a byte of the request can reach the vendor. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The connection failed, or broke off. */
export function networkFailure(systemCode: string | undefined, connecting: boolean): InboxError {
  const code = systemCode && /^[A-Z][A-Z0-9_]{1,60}$/.test(systemCode) ? systemCode : 'unknown reason';
  return new InboxError(`The connection to the vendor failed (${code})`, {
    code: 'network',
    blame: 'network',
    outcome: connecting || neverConnected.has(code) ? 'not-sent' : 'unknown',
  });
}

/** 2xx, but not what a vendor's API answers. */
export function unreadableBody(reason: string, outcome: WriteOutcome): InboxError {
  return new InboxError(`The vendor's answer cannot be read: ${reason}`, {
    code: 'unexpected-response',
    blame: 'vendor',
    outcome,
  });
}
