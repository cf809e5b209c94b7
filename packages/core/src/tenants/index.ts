export type { ConnectionConfig, TenantConfig } from './config.ts';
export { createTenants, type Tenants, type TenantsOptions } from './create-tenants.ts';
export type { TenantCapabilities } from './merged-capabilities.ts';
export type { TenantConversationQuery, TenantInbox } from './tenant-inbox.ts';
