/**
 * Something that a provider takes for granted although its vendor does not document it. Declared as data, so that the documents list every one
 * beside the fact it stands on.
 */
export interface Assumption {
  /** What is assumed, in one sentence. */
  readonly assumed: string;
  /** `observed`: others were seen relying on it. `inferred`: concluded. */
  readonly basis: 'observed' | 'inferred';
  /** The fact it stands on: a place in the vendor's sheet. */
  readonly source: string;
  /** How an app corrects it when it is wrong: an option or a field of `normalize`. Absent when it cannot. */
  readonly override?: string;
}
