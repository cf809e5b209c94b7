import type { Store } from '@anyinbox/core';
import type { Database } from '../database/database.ts';
import { keyOf } from '../keys.ts';
import type { SchemaNames } from '../schema/schema-name.ts';
import { chunk } from './chunk.ts';

/** The oldest first, a bounded number at a time. */
export function createExpire(database: Database, { schema, lock }: SchemaNames): Store['expire'] {
  const inScope = 'tenant_id = $1 and connection_id = $2';
  const deleteRecords = (kind: string) => `
    delete from ${schema}.records where ${inScope} and kind = '${kind}' and id in (
      select id from ${schema}.records where ${inScope} and kind = '${kind}' and at > '' and at < $3 order by at limit $4
    ) returning id`;
  const deleteEvents = `
    delete from ${schema}.events where position in (
      select position from ${schema}.events where ${inScope} and received_at < $3 order by received_at limit $4
    ) returning position`;

  return async ({ tenantId, connectionId }, before, limit) => {
    const removeAll = async (text: string, most: number): Promise<number> => {
      let removed = 0;
      for (let found = chunk; found === chunk && removed < most; removed += found) {
        const values = [keyOf(tenantId), keyOf(connectionId), keyOf(before), Math.min(chunk, most - removed)];
        found = await database.transaction(lock, async (session) => (await session.query(text, values)).length);
      }
      return removed;
    };
    const messages = await removeAll(deleteRecords('message'), limit);
    const conversations = await removeAll(deleteRecords('conversation'), limit - messages);
    return { records: messages + conversations, events: await removeAll(deleteEvents, limit) };
  };
}
