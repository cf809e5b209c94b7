import { createHash } from 'node:crypto';

/** Any role of the database may listen: of a tenant no more is told than this. Short, as a payload has to stay below 8,000 bytes. */
export function tagOf(tenantKey: string): string {
  return createHash('sha256').update(tenantKey).digest('base64url').slice(0, 12);
}

/** Of which tenants something was logged. */
export function payloadOf(tenantKeys: Iterable<string>): string {
  return [...new Set(tenantKeys)].map(tagOf).join(',');
}
