import { createInbox, type Inbox, InboxError } from '@anyinbox/core';
import { findProvider } from './known-providers.ts';
import type { Configuration, ConnectionConfiguration } from './schema.ts';

/** The inbox of a tenant, at whatever vendor the configuration says. */
export function openInbox(configuration: Configuration, tenantId: string): Inbox {
  const { id, provider, credentials, options = {} } = connectionOf(configuration, tenantId);
  const found = findProvider(provider);
  if (found === undefined)
    throw new InboxError('The provider is not known', { code: 'invalid-config', blame: 'caller' });
  return createInbox(found, { connectionId: id, credentials, options });
}

export function connectionOf({ tenants }: Configuration, tenantId: string): ConnectionConfiguration {
  const connection = Object.hasOwn(tenants, tenantId) ? tenants[tenantId]?.connections[0] : undefined;
  if (connection !== undefined) return connection;
  throw new InboxError('No tenant of this name is configured', { code: 'unknown-tenant', blame: 'caller' });
}
