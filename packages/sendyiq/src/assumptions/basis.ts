export interface AssumedField {
  readonly basis: 'inferred';
  /** The fact of vendors/sendyiq.md that it stands on. */
  readonly from: string;
  readonly spellings: readonly string[];
  /** Normally not on every object, so its absence is no news. */
  readonly sometimes: boolean;
}

export type AssumedFields<Field extends string = string> = Readonly<Record<Field, AssumedField>>;

export const inferred = (from: string, ...spellings: string[]): AssumedField => ({
  basis: 'inferred',
  from,
  spellings,
  sometimes: false,
});
export const sometimes = (from: string, ...spellings: string[]): AssumedField => ({
  ...inferred(from, ...spellings),
  sometimes: true,
});
