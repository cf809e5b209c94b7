import type { Removed, Store } from '@anyinbox/core';
import type { Database } from '../database/database.ts';
import { keyOf } from '../keys.ts';
import type { SchemaNames } from '../schema/schema-name.ts';
import { chunk } from './chunk.ts';

const inScope = 'tenant_id = $1 and connection_id = $2';
const named = (parameter: string) => `any(array(select json_array_elements_text(${parameter}::json)))`;

/**
 * Conversations go last, in the transaction in which nothing else is left: by them the messages and events are found, also by another attempt after a
 * crash.
 */
export function createErase(database: Database, { schema, lock }: SchemaNames): Store['erase'] {
  const conversations = `any(array(
    select json_array_elements_text($3::json) union
    select id from ${schema}.records where ${inScope} and kind = 'conversation' and contact_id = ${named('$4')}
  ))`;
  const blankEvents = `
    update ${schema}.events set event = null, conversation_id = null, contact_id = null
    where position in (
      select position from ${schema}.events
      where ${inScope} and (conversation_id = ${conversations} or contact_id = ${named('$4')}) limit ${chunk}
    ) returning position`;
  const deleteMessages = `
    delete from ${schema}.records where ${inScope} and kind = 'message' and id in (
      select id from ${schema}.records where ${inScope} and kind = 'message' and parent = ${conversations} limit ${chunk}
    ) returning id`;
  const deleteTheRest = `
    delete from ${schema}.records
    where ${inScope} and (kind = 'conversation' and id = ${named('$3')} or contact_id = ${named('$4')}) returning id`;

  return async ({ tenantId, connectionId }, { conversationIds, contactIds }) => {
    const values = [
      keyOf(tenantId),
      keyOf(connectionId),
      JSON.stringify(conversationIds.map(keyOf)),
      JSON.stringify(contactIds.map(keyOf)),
    ];
    const removed = { records: 0, events: 0 } satisfies Removed;
    for (let done = false; !done; )
      done = await database.transaction(lock, async (session) => {
        const count = async (text: string) => (await session.query(text, values)).length;
        const events = await count(blankEvents);
        const messages = await count(deleteMessages);
        const isLast = events < chunk && messages < chunk;
        removed.events += events;
        removed.records += messages + (isLast ? await count(deleteTheRest) : 0);
        return isLast;
      });
    return removed;
  };
}
