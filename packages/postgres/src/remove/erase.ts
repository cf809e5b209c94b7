import type { Removed, Store } from '@anyinbox/core';
import type { Database } from '../database/database.ts';
import { keyOf } from '../keys.ts';
import type { SchemaNames } from '../schema/schema-name.ts';
import { whoseKey } from '../whose.ts';
import { chunk } from './chunk.ts';

const inScope = 'tenant_id = $1 and connection_id = $2';
const named = (parameter: string) => `any(array(select json_array_elements_text(${parameter}::json)))`;

/**
 * Conversations, and the events that name a contact, go last: by them the messages and the other events are found, also by another attempt after a crash.
 */
export function createErase(database: Database, { schema, lock }: SchemaNames): Store['erase'] {
  const conversations = named('$3');
  const blankEvents = `
    update ${schema}.events set event = null, conversation_id = null, contact_id = null
    where position in (
      select position from ${schema}.events
      where ${inScope} and (conversation_id = ${conversations} or contact_id = ${named('$4')})
      order by contact_id is not null limit ${chunk}
    ) returning position`;
  const deleteMessages = `
    delete from ${schema}.records where ${inScope} and kind = 'message' and id in (
      select id from ${schema}.records where ${inScope} and kind = 'message' and parent = ${conversations} limit ${chunk}
    ) returning id`;
  const told = `
    select distinct conversation_id as id from ${schema}.events
    where ${inScope} and contact_id = ${named('$3')} and conversation_id is not null
    union select id from ${schema}.records where ${inScope} and kind = 'conversation' and contact_id = ${named('$3')}`;
  const remember = `
    insert into ${schema}.erasures (tenant_id, connection_id, whose, until)
    select $1, $2, whose, $4 from json_array_elements_text($3::json) as whose
    on conflict (tenant_id, connection_id, whose) do update set until = greatest(erasures.until, excluded.until)`;
  const deleteTheRest = `
    delete from ${schema}.records
    where ${inScope} and (kind = 'conversation' and id = ${conversations} or contact_id = ${named('$4')}) returning id`;

  return async ({ tenantId, connectionId }, { conversationIds, contactIds, until }) => {
    const scope = [keyOf(tenantId), keyOf(connectionId)];
    const contacts = JSON.stringify(contactIds.map(keyOf));
    const all = await database.transaction(lock, async (session) => {
      const found = await session.query<{ id: string }>(told, [...scope, contacts]);
      const ids = [...new Set([...conversationIds.map(keyOf), ...found.map(({ id }) => id)])];
      const hashes = [
        ...ids.map((id) => whoseKey('conversation', id)),
        ...contactIds.map((id) => whoseKey('contact', keyOf(id))),
      ];
      if (until !== undefined) await session.query(remember, [...scope, JSON.stringify(hashes), keyOf(until)]);
      return ids;
    });
    const values = [...scope, JSON.stringify(all), contacts];
    const removed = { records: 0, events: 0 } satisfies Removed;
    for (let done = false; !done; )
      done = await database.transaction(lock, async (session) => {
        const count = async (text: string, given = values) => (await session.query(text, given)).length;
        const events = await count(blankEvents);
        const messages = await count(deleteMessages, [...scope, JSON.stringify(all)]);
        const isLast = events < chunk && messages < chunk;
        removed.events += events;
        removed.records += messages + (isLast ? await count(deleteTheRest) : 0);
        return isLast;
      });
    return removed;
  };
}
