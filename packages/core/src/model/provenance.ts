/** Where a fact comes from, so that an app can tell "there is none" from "we have not seen any". */
export interface Provenance {
  readonly source: 'live' | 'mirror' | 'event' | 'send';
  /** When we learned it. */
  readonly asOf: string;
  /** False when the vendor shows, or we have seen, only part of it. */
  readonly complete: boolean;
}
