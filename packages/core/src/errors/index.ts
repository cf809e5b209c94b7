export type { Blame, InboxErrorCode, WriteOutcome } from './codes.ts';
export { InboxError, type InboxErrorDetails } from './inbox-error.ts';
