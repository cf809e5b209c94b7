import type { InboxEvent } from '../model/index.ts';

/** Everything in a store belongs to one connection of one tenant: no key begins otherwise. */
export interface Scope {
  readonly tenantId: string;
  readonly connectionId: string;
}

export type RecordKind = 'conversation' | 'message' | 'channel' | 'agent';

/** What a list may be filtered by. */
export interface Facets {
  readonly status?: string;
  readonly channelId?: string;
  readonly agentId?: string;
  readonly groupId?: string;
  /** Assigned to nobody: neither an agent nor a group. */
  readonly unassigned?: boolean;
  readonly unread?: boolean;
  readonly contactId?: string;
}

export interface RecordKey {
  readonly kind: RecordKind;
  /** The native id. */
  readonly id: string;
}

/** One thing in the mirror. A store keeps it as it is, and knows nothing of what is in `value` and `stamps`. */
export interface MirrorRecord extends RecordKey {
  /** The native id of a message's conversation; `''` for every other kind. */
  readonly parent: string;
  /** An ISO 8601 UTC time of 24 characters that lists are ordered by; `''` when none is known, which stands last. */
  readonly at: string;
  readonly facets: Facets;
  readonly value: Readonly<Record<string, unknown>>;
  readonly stamps: Readonly<Record<string, string>>;
}

/** A change of one record: pure, and called inside the transaction with what the record is now. */
export interface RecordChange {
  readonly key: RecordKey;
  merge(current: MirrorRecord | undefined): MirrorRecord;
}

export interface LogEntry {
  readonly event: InboxEvent;
  /** Native ids, for erasing: whose event it is. */
  readonly conversationId?: string | undefined;
  readonly contactId?: string | undefined;
  /** What the event does to the mirror, in this order. Applied only if the event is new. */
  readonly changes: readonly RecordChange[];
}

/** What is written together or not at all. */
export interface Delivery {
  readonly scope: Scope;
  readonly entries: readonly LogEntry[];
  /** Set with it, whether any event is new or not: `undefined` removes the mark. */
  readonly marks?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface RecordQuery {
  readonly kind: RecordKind;
  /** Required for messages: the native id of their conversation. */
  readonly parent?: string | undefined;
  /** Records that have all of these. */
  readonly where?: Facets | undefined;
  /** The last record of the page before. */
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

export interface LogQuery {
  /** Of one tenant; absent: of all. */
  readonly tenantId?: string | undefined;
  /** Of these connections of the tenant; absent: of all. */
  readonly connectionIds?: readonly string[] | undefined;
  /** Only what was logged after this position; absent: from the beginning. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface LoggedEvent {
  /** Where it stands in the log: grows with it, and is never used twice. Decimal digits. */
  readonly position: string;
  readonly event: InboxEvent;
}

export interface Removed {
  readonly records: number;
  readonly events: number;
}

export interface Erasure {
  readonly conversationIds: readonly string[];
  readonly contactIds: readonly string[];
  /**
   * An ISO 8601 UTC time: entries of these, and of the conversations found with them, whose event occurred until then are passed over from now on, heard
   * of or not. Of the ids no more than a hash is kept for that. Absent: only what was heard of is kept out.
   */
  readonly until?: string | undefined;
}

/**
 * Where anyinbox keeps what vendors don't. Implementations pass `testStore` of the conformance package. Every method rejects when the store cannot
 * answer; none answers wrongly then. What is given to a store is JSON-safe data, and comes back equal to what was given; strings may hold any
 * character, lone surrogates and U+0000 too.
 */
export interface Store {
  /**
   * Writes a delivery in one transaction: of each entry it claims the event's id, logs the event and applies the changes; an id that was claimed
   * before is passed over with its changes, and so is what was erased (see `erase`). Resolves when it is durable, with the ids that were new. Deliveries of one connection take effect one
   * after the other, in any number of processes, so no merge sees a record that another one is changing.
   */
  ingest(delivery: Delivery): Promise<{ readonly accepted: readonly string[] }>;

  /** Newest `at` first, then the greater id first (by UTF-16 code units or by bytes, but always the same). At most `limit`. */
  list(scope: Scope, query: RecordQuery): Promise<readonly MirrorRecord[]>;
  /** Those of the ids that are there, in any order. */
  get(scope: Scope, kind: RecordKind, ids: readonly string[]): Promise<readonly MirrorRecord[]>;

  /**
   * The log in the order of its positions. An event becomes readable only when every event before it is: whoever reads on from the last position it
   * saw misses nothing. Events of one connection stand in the order in which they took effect.
   */
  events(query: LogQuery): Promise<readonly LoggedEvent[]>;
  /** The position of the newest event, or `0`. */
  head(): Promise<string>;
  /** Calls back soon after events were logged, of this tenant or of any, by whichever process; also sometimes without reason. Returns how to end that. */
  watch(listener: () => void, tenantId?: string): () => void;

  /** A mark that a delivery set. */
  mark(scope: Scope, name: string): Promise<string | undefined>;

  /**
   * Takes a lease, or holds on to it: true while it is this owner's for the next `ttlMs` milliseconds by the store's clock. Nobody else gets it
   * before it is released or over.
   */
  lease(name: string, owner: string, ttlMs: number): Promise<boolean>;
  /** Gives it up, if it is this owner's. */
  release(name: string, owner: string): Promise<void>;

  /**
   * Removes these contacts and conversations, and the conversations that records or events tie to these contacts, for good: their records, the
   * messages in them, and the content of their events. That the events were seen is remembered, so that one delivered again does not bring the person
   * back.
   */
  erase(scope: Scope, what: Erasure): Promise<Removed>;
  /** Removes conversations and messages with an `at` before this time, and events received before it, at most `limit` of each kind. */
  expire(scope: Scope, before: string, limit: number): Promise<Removed>;

  /** Removes everything of a tenant, or of one of its connections: records, log, marks, and what is remembered. */
  forget(tenantId: string, connectionId?: string): Promise<Removed>;

  /** Ends what is under way, and lets go of connections that the store opened itself. */
  close(): Promise<void>;
}
