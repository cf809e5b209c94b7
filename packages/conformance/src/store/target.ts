import type { Store } from '@anyinbox/core';

/** A store under test. */
export interface StoreTarget {
  /** How the store is called in the report. */
  readonly name: string;
  /** A store with nothing in it. The suite closes it. */
  open(): Promise<Store>;
  /** The same data again, after the store that wrote it was closed: as a restarted process sees it. Absent: what the store keeps ends with the process. */
  reopen?(closed: Store): Promise<Store>;
  /** The same data at the same time, as another process sees it. Absent: one process at a time. */
  join?(open: Store): Promise<Store>;
}
