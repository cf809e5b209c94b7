export { createMemoryStore, type MemoryStoreOptions } from './memory-store.ts';
export type {
  Delivery,
  Erasure,
  Facets,
  LogEntry,
  LoggedEvent,
  LogQuery,
  MirrorRecord,
  RecordChange,
  RecordKey,
  RecordKind,
  RecordQuery,
  Removed,
  Scope,
  Store,
} from './store.ts';
