import { createHash } from 'node:crypto';

/** The same fact of the same connection has the same id, whenever and however we hear of it. Ids are no secret and tell nothing of the content. */
export function eventId(connectionId: string, type: string, conversationId: string | undefined, key: string): string {
  const content = JSON.stringify([connectionId, type, conversationId ?? null, key]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 27);
}
