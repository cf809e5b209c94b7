export {
  type Blame,
  InboxError,
  type InboxErrorCode,
  type InboxErrorDetails,
  type WriteOutcome,
} from './errors/index.ts';
export { changesOf, type EventsOptions, type StreamedEvent } from './events/index.ts';
export type { BudgetSnapshot, HttpOptions, RequestEvent, RetryEvent, WebhookEvent } from './http/index.ts';
export {
  type AnyProvider,
  type AssigneeFor,
  type ConnectionOptions,
  type CredentialsSource,
  createInbox,
  type DraftFor,
  type DriftEvent,
  type Inbox,
  type InboxBase,
  type InboxFor,
  type InboxMethods,
  type InboxOf,
  type InboxOptions,
  type InboxWith,
  type NativeApi,
  type QueryFor,
} from './inbox/index.ts';
export type * from './model/index.ts';
export { eventTypes, formatId, parseId } from './model/index.ts';
export {
  type Assumption,
  type Capabilities,
  type Capability,
  type CapabilityLimits,
  type MissingCapability,
  type Normalize,
  type Operation,
  operations,
  Secret,
  type SupportedCapability,
} from './provider/index.ts';
export {
  createMemoryStore,
  type Delivery,
  type Facets,
  type LogEntry,
  type LoggedEvent,
  type LogQuery,
  type MirrorRecord,
  type RecordChange,
  type RecordKey,
  type RecordKind,
  type RecordQuery,
  type Removed,
  type Scope,
  type Store,
} from './store/index.ts';
export {
  type BackfillOptions,
  type BackfillProgress,
  type ConnectionConfig,
  createTenants,
  type Erased,
  type EventsConfig,
  type TenantCapabilities,
  type TenantConfig,
  type TenantConversationQuery,
  type TenantInbox,
  type Tenants,
  type TenantsOptions,
  toNodeHandler,
  type WorkOptions,
} from './tenants/index.ts';
