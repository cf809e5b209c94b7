import type * as z from 'zod';
import { invalidRequest } from './refusal.ts';

/** Checks what the app gave. Throws `invalid-request`, naming every field that is wrong and no value: some are secrets. */
export function readInput<S extends z.ZodType>(schema: S, given: unknown, place: string): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw invalidRequest(describeIssues(place, result.error.issues).join('; '));
}

/** One line per issue: `path: what is wrong`. */
export function describeIssues(root: string, issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.flatMap((issue) => {
    const path = [root, ...issue.path.map(String)].filter((step) => step !== '').join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => `${path === '' ? '' : `${path}.`}${key}: is not known`);
    return [path === '' ? issue.message : `${path}: ${issue.message}`];
  });
}
