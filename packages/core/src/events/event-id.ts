import { createHash } from 'node:crypto';
import type { Scope } from '../store/index.ts';

/** The same fact of the same tenant's connection has the same id, whenever and however we hear of it. Ids are no secret and tell nothing of the content. */
export function eventId(
  { tenantId, connectionId }: Scope,
  type: string,
  conversationId: string | undefined,
  key: string,
): string {
  const content = JSON.stringify([tenantId, connectionId, type, conversationId ?? null, key]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 27);
}
