export {
  type Blame,
  InboxError,
  type InboxErrorCode,
  type InboxErrorDetails,
  type WriteOutcome,
} from './errors/index.ts';
export type { BudgetSnapshot, HttpOptions, RequestEvent, RetryEvent } from './http/index.ts';
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
export { formatId, parseId } from './model/index.ts';
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
  type ConnectionConfig,
  createTenants,
  type TenantCapabilities,
  type TenantConfig,
  type TenantConversationQuery,
  type TenantInbox,
  type Tenants,
  type TenantsOptions,
} from './tenants/index.ts';
