import { InboxError } from '../errors/index.ts';

/** The input is wrong. The message names the field, never its value. */
export function invalidRequest(message: string, hint?: string): InboxError {
  return new InboxError(message, { code: 'invalid-request', blame: 'caller', attempts: 0, hint });
}

/** The vendor, or this provider, cannot do what was asked. */
export function unsupported(message: string, hint?: string): InboxError {
  return new InboxError(message, { code: 'unsupported', blame: 'caller', attempts: 0, hint });
}
