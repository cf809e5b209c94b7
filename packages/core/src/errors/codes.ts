/**
 * What went wrong, as a closed list: an app may switch over it exhaustively.
 *
 * `unauthorized` the vendor does not know the credentials · `forbidden` it knows them and says no · `not-found` ·
 * `invalid-request` the input is wrong · `conflict` the vendor's state forbids it · `rate-limited` the vendor (or our own queue bound) says
 * slow down · `unsupported` the provider cannot do this · `timeout` · `network` · `provider-unavailable` the vendor failed (5xx) ·
 * `unexpected-response` the vendor's answer cannot be understood · `aborted` the caller's signal fired · `invalid-config` ·
 * `unknown-tenant` · `unknown-connection` · `budget-exhausted` our own count says the vendor's limit is reached · `internal` a bug of ours.
 */
export type InboxErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'invalid-request'
  | 'conflict'
  | 'rate-limited'
  | 'unsupported'
  | 'timeout'
  | 'network'
  | 'provider-unavailable'
  | 'unexpected-response'
  | 'aborted'
  | 'invalid-config'
  | 'unknown-tenant'
  | 'unknown-connection'
  | 'budget-exhausted'
  | 'internal';

/** Who has to act: the calling code, whoever manages the credentials, the vendor, the network's owner, or anyinbox. */
export type Blame = 'caller' | 'credentials' | 'vendor' | 'network' | 'library';

/**
 * Of a write that failed, whether the vendor carried it out: certainly not (safe to repeat), certainly, or nobody can say.
 */
export type WriteOutcome = 'not-sent' | 'sent' | 'unknown';
