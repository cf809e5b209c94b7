import type * as z from 'zod';
import { invalidRequest } from './errors.ts';

/** Checks what the app gave. Throws `invalid-request`, naming the field, never its value. */
export function readInput<S extends z.ZodType>(schema: S, given: unknown, place: string): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') throw invalidRequest(`${place}.${issue.keys[0]} is not a field there`);
  throw invalidRequest(`${[place, ...(issue?.path.map(String) ?? [])].join('.')} is missing or not valid`);
}
