export {
  type AnyProvider,
  type ConnectionOptions,
  createInbox,
  type InboxOf,
  type InboxOptions,
} from './create-inbox.ts';
export type { DriftEvent } from './drift.ts';
export type { AssigneeFor, DraftFor, Inbox, InboxBase, InboxFor, InboxMethods, InboxWith, QueryFor } from './inbox.ts';
export type { NativeApi } from './native-api.ts';
export type { CredentialsSource } from './session.ts';
