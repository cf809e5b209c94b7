import type { Facets, RecordQuery, Scope } from '@anyinbox/core';
import type { Value } from '../database/database.ts';
import { keyOf } from '../keys.ts';

const facetColumns = {
  status: 'status',
  channelId: 'channel_id',
  agentId: 'agent_id',
  groupId: 'group_id',
  unassigned: 'unassigned',
  unread: 'unread',
  contactId: 'contact_id',
} as const satisfies Record<keyof Facets, string>;

export interface Statement {
  readonly text: string;
  readonly values: readonly Value[];
}

/** One page: a seek to its first record in the index that has the order already, however long the list is. */
export function listSql(
  schema: string,
  scope: Scope,
  { kind, parent = '', where = {}, after, limit }: RecordQuery,
): Statement {
  const values: Value[] = [];
  const value = (given: Value) => `$${values.push(given)}`;
  const conditions = [
    `tenant_id = ${value(keyOf(scope.tenantId))}`,
    `connection_id = ${value(keyOf(scope.connectionId))}`,
    `kind = ${value(kind)}`,
    `parent = ${value(keyOf(parent))}`,
  ];
  for (const [facet, column] of Object.entries(facetColumns)) {
    const wanted = where[facet as keyof Facets];
    if (wanted !== undefined)
      conditions.push(`${column} = ${value(typeof wanted === 'string' ? keyOf(wanted) : wanted)}`);
  }
  if (after) conditions.push(`(at, id) < (${value(keyOf(after.at))}, ${value(keyOf(after.id))})`);
  const text = `select record from ${schema}.records where ${conditions.join(' and ')}
    order by at desc, id desc limit ${value(limit)}`;
  return { text, values };
}
