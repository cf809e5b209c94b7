import type { Delivery } from '@anyinbox/core';
import type { Database } from '../database/database.ts';
import { joinKeys, keyOf } from '../keys.ts';
import { payloadOf } from '../notifications.ts';
import type { SchemaNames } from '../schema/schema-name.ts';
import { type ClaimedRow, claimSql } from './claim-sql.ts';
import { markRows } from './mark-rows.ts';
import { mergeRecords } from './merge-records.ts';
import { type Claim, prepareClaims, recordName } from './prepare.ts';
import { writeSql } from './write-sql.ts';

/** The ids that were new, of each delivery. */
export type Accepted = readonly (readonly string[])[];

/**
 * Writes some deliveries in one transaction: all of them or none. It holds the one lock of the schema from its first statement to its end, so positions of
 * the log are given in the order in which they become readable, and no record changes between reading and writing it.
 */
export function createGroupWriter(database: Database, { schema, channel, lock }: SchemaNames) {
  const claim = claimSql(schema);
  const write = writeSql(schema, channel);
  return async (deliveries: readonly Delivery[]): Promise<Accepted> => {
    const claims = prepareClaims(deliveries);
    const marks = markRows(deliveries);
    if (claims.size === 0 && marks.length === 0) return deliveries.map(() => []);
    const values = [JSON.stringify([...claims.values()].map(({ row }) => row)), wantedRecords(claims)];
    return database.transaction(lock, async (session) => {
      const { fresh, stored } = sort(await session.query<ClaimedRow>(claim, values), claims);
      const records = mergeRecords(stored);
      for (const { scope, entry } of fresh) for (const change of entry.changes) records.apply(scope, change);
      if (fresh.length > 0 || marks.length > 0)
        await session.query(write, [JSON.stringify(records.rows()), JSON.stringify(marks), toPayload(fresh)]);
      const accepted: string[][] = deliveries.map(() => []);
      for (const { delivery, entry } of fresh) accepted[delivery]?.push(entry.event.id);
      return accepted;
    });
  };
}

function toPayload(fresh: readonly Claim[]): string | null {
  return fresh.length === 0 ? null : payloadOf(fresh.map(({ scope }) => scope.tenant_id));
}

function wantedRecords(claims: ReadonlyMap<string, Claim>): string {
  const wanted = new Map<string, object>();
  for (const { scope, entry } of claims.values())
    for (const { key } of entry.changes)
      wanted.set(recordName(scope, key), { ...scope, kind: key.kind, id: keyOf(key.id) });
  return JSON.stringify([...wanted.values()]);
}

/** Which entries are new, in their order, and the records as they are. */
function sort(rows: readonly ClaimedRow[], claims: ReadonlyMap<string, Claim>) {
  const accepted = new Set<string>();
  const stored = new Map<string, string>();
  for (const { tenant_id, connection_id, kind, id, record } of rows) {
    if (kind === null) accepted.add(joinKeys(tenant_id, connection_id, id));
    else stored.set(joinKeys(tenant_id, connection_id, kind, id), record ?? '');
  }
  return { fresh: [...claims].flatMap(([name, claim]) => (accepted.has(name) ? [claim] : [])), stored };
}
