import type * as z from 'zod';
import { invalidRequest } from './errors.ts';

/** Checks what the app gave. Throws `invalid-request`, naming the fields that are wrong, never a value. */
export function readInput<S extends z.ZodType>(schema: S, given: unknown, place: string): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${place}.${key}: is not known`)
      : [`${[place, ...issue.path.map(String)].join('.')}: ${issue.message}`],
  );
  throw invalidRequest(problems.join('; '));
}
