export type { BackfillOptions, BackfillProgress } from './backfill.ts';
export type { ConnectionConfig, TenantConfig } from './config.ts';
export { createTenants, type Tenants, type TenantsOptions } from './create-tenants.ts';
export type { Erased } from './erase.ts';
export type { EventsConfig } from './events-config.ts';
export type { TenantCapabilities } from './merged-capabilities.ts';
export type { TenantConversationQuery, TenantInbox } from './tenant-inbox.ts';
export { toNodeHandler } from './to-node-handler.ts';
export type { WorkOptions } from './work.ts';
