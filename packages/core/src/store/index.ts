export { createMemoryStore, type MemoryStoreOptions } from './memory-store.ts';
export type {
  Delivery,
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
