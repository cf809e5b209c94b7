// For the rooms above; not part of the package's interface.
export { cannot } from './cannot.ts';
export { explainAnywhere } from './connection.ts';
export {
  type AnyProvider,
  type ConnectionOptions,
  connectionIssues,
  createInbox,
  type InboxOf,
  type InboxOptions,
  type OpenInbox,
  openInbox,
  type Surroundings,
} from './create-inbox.ts';
export type { DriftEvent } from './drift.ts';
export type { AssigneeFor, DraftFor, Inbox, InboxBase, InboxFor, InboxMethods, InboxWith, QueryFor } from './inbox.ts';
export { check, inputs } from './input.ts';
export { createListing, type Step } from './listing.ts';
export type { NativeApi } from './native-api.ts';
export { type PreparedList, signalOf } from './native-listing.ts';
export { advance, placeOf, type ReadState, readPage, take } from './read-page.ts';
export type { CredentialsSource } from './session.ts';
