import { InboxError, type MirrorRecord, type RecordChange } from '@anyinbox/core';
import { keyOf, optionalKeyOf } from '../keys.ts';
import { recordName, type ScopeKeys } from './prepare.ts';
import { toJson } from './to-json.ts';

/** Records as they are in the transaction, by name: what is in here as JSON cannot be changed from outside. */
export interface MergedRecords {
  apply(scope: ScopeKeys, change: RecordChange): void;
  /** Those that were changed. */
  rows(): readonly object[];
}

export function mergeRecords(stored: ReadonlyMap<string, string>): MergedRecords {
  const current = new Map(stored);
  const rows = new Map<string, object>();
  return {
    apply(scope, { key, merge }) {
      const name = recordName(scope, key);
      const known = current.get(name);
      const record = merged(() => merge(known === undefined ? undefined : (JSON.parse(known) as MirrorRecord)));
      const json = toJson(record);
      current.set(name, json);
      rows.set(name, rowOf(scope, record, json));
    },
    rows: () => [...rows.values()],
  };
}

function merged(merge: () => MirrorRecord): MirrorRecord {
  try {
    return merge();
  } catch (error) {
    if (InboxError.isInstance(error)) throw error;
    throw new InboxError('A change could not be merged: nothing of its delivery was written', {
      code: 'internal',
      blame: 'caller',
      operation: 'store.ingest',
    });
  }
}

function rowOf(scope: ScopeKeys, { kind, id, parent, at, facets }: MirrorRecord, record: string): object {
  return {
    ...scope,
    kind,
    id: keyOf(id),
    parent: keyOf(parent),
    at: keyOf(at),
    status: optionalKeyOf(facets.status),
    channel_id: optionalKeyOf(facets.channelId),
    agent_id: optionalKeyOf(facets.agentId),
    group_id: optionalKeyOf(facets.groupId),
    contact_id: optionalKeyOf(facets.contactId),
    unassigned: facets.unassigned ?? null,
    unread: facets.unread ?? null,
    record,
  };
}
