import type { Store } from '@anyinbox/core';
import type { Database } from '../database/database.ts';
import { keyOf } from '../keys.ts';
import type { SchemaNames } from '../schema/schema-name.ts';
import { chunk } from './chunk.ts';

/** A bounded number of rows at a time; what is remembered of the erased goes last. */
export function createForget(database: Database, { schema, lock }: SchemaNames): Store['forget'] {
  const theirs = `tenant_id = $1 and ($2::text is null or connection_id = $2)`;
  const some = (table: string) => `
    delete from ${schema}.${table} where ctid = any(array(select ctid from ${schema}.${table} where ${theirs} limit ${chunk}))
    returning 1`;
  const all = (table: string) => `delete from ${schema}.${table} where ${theirs}`;

  return async (tenantId, connectionId) => {
    const values = [keyOf(tenantId), connectionId === undefined ? null : keyOf(connectionId)];
    const removeAll = async (text: string): Promise<number> => {
      let removed = 0;
      for (let found = chunk; found === chunk; removed += found)
        found = await database.transaction(lock, async (session) => (await session.query(text, values)).length);
      return removed;
    };
    const records = await removeAll(some('records'));
    const events = await removeAll(some('events'));
    await database.transaction(lock, async (session) => {
      for (const table of ['marks', 'erasures']) await session.query(all(table), values);
    });
    return { records, events };
  };
}
