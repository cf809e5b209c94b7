import type { Delivery, InboxEvent, LogEntry, MirrorRecord, RecordChange, Scope, Store } from '@anyinbox/core';

export const scope: Scope = { tenantId: 'acme', connectionId: 'support' };

/** Greater numbers are later. */
export function timeOf(number: number): string {
  return new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
}

export function eventOf(id: string, changes: Partial<InboxEvent> = {}): InboxEvent {
  return {
    id,
    type: 'message.received',
    tenantId: scope.tenantId,
    connectionId: scope.connectionId,
    provider: 'test',
    occurredAt: timeOf(0),
    receivedAt: timeOf(0),
    via: 'webhook',
    data: { nativeType: id },
    ...changes,
  };
}

export function entryOf(id: string, changes: readonly RecordChange[] = [], more: Partial<LogEntry> = {}): LogEntry {
  return { event: eventOf(id), changes, ...more };
}

export function deliveryOf(...entries: readonly LogEntry[]): Delivery {
  return { scope, entries };
}

export function recordOf(id: string, more: Partial<MirrorRecord> = {}): MirrorRecord {
  return { kind: 'conversation', id, parent: '', at: timeOf(0), facets: {}, value: {}, stamps: {}, ...more };
}

/** A change that makes the record what is given. */
export function setTo(record: MirrorRecord): RecordChange {
  return { key: { kind: record.kind, id: record.id }, merge: () => record };
}

/** A change that adds one to `count`. */
export function increment(id: string): RecordChange {
  return {
    key: { kind: 'conversation', id },
    merge: (current) => recordOf(id, { value: { count: Number(current?.value['count'] ?? 0) + 1 } }),
  };
}

export async function countOf(store: Store, id: string): Promise<unknown> {
  const [record] = await store.get(scope, 'conversation', [id]);
  return record?.value['count'];
}

/** Writes records, each by an event of its own. */
export async function fill(store: Store, records: readonly MirrorRecord[], to: Scope = scope): Promise<void> {
  const entries = records.map((record) => entryOf(`of ${record.kind} ${record.id}`, [setTo(record)]));
  await store.ingest({ scope: to, entries });
}

/** The whole log, read in pages. */
export async function readLog(store: Store, after = '0'): Promise<readonly InboxEvent[]> {
  const page = await store.events({ after, limit: 500 });
  const last = page.at(-1);
  return last ? [...page.map(({ event }) => event), ...(await readLog(store, last.position))] : [];
}

export async function loggedIds(store: Store): Promise<readonly string[]> {
  return (await readLog(store)).map(({ id }) => id);
}

export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
