import { InboxError } from '@anyinbox/core';

/** The SQLSTATE of what a driver threw: five characters that tell the kind of a failure and nothing of the data. */
export function sqlStateOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/**
 * True where the database may not have answered at all, so that nobody knows whether a COMMIT took effect: what has no SQLSTATE comes from the network,
 * 08 are connection failures, and 57P the server going away.
 */
export function isLostConnection(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (InboxError.isInstance(error)) return false;
  return state === undefined || /^(?:08|57P)/.test(state);
}
