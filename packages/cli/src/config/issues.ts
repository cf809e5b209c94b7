import type * as z from 'zod';

/** One wrong field. It says what is wrong with the value, never the value. */
export interface ConfigurationIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of zod's issues, one per field: a field that nobody knows counts as one of its own. */
export function issuesOf(issues: readonly z.core.$ZodIssue[]): ConfigurationIssue[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not known' }))
      : [{ path: issue.path, message: issue.message }],
  );
}

export function describeIssue({ path, message }: ConfigurationIssue): string {
  return `${path.length === 0 ? 'the configuration' : path.map(String).join('.')}: ${message}`;
}
