export interface Assumption {
  readonly basis: 'inferred';
  /** The fact of vendors/sendyiq.md that it stands on. */
  readonly from: string;
  readonly spellings: readonly string[];
  /** Normally not on every object, so its absence is no news. */
  readonly sometimes: boolean;
}

export type Assumptions<Field extends string = string> = Readonly<Record<Field, Assumption>>;

export const inferred = (from: string, ...spellings: string[]): Assumption => ({
  basis: 'inferred',
  from,
  spellings,
  sometimes: false,
});
export const sometimes = (from: string, ...spellings: string[]): Assumption => ({
  ...inferred(from, ...spellings),
  sometimes: true,
});
