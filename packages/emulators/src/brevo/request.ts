import type { Context } from 'hono';
import type * as z from 'zod';
import { readJson } from '../api/read-json.ts';
import { assumed } from './assumptions.ts';
import { BrevoProblem } from './brevo-problem.ts';

/** The body, or a 400 that names the first field to blame: `missing_parameter` for an absent one, `invalid_parameter` for any other. */
export async function bodyOf<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.output<Schema>> {
  const input = await readJson(context.req.raw);
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0] as z.core.$ZodIssue;
  if (issue.code === 'unrecognized_keys') throw invalid(issue.keys[0] as string);
  const [name] = issue.path;
  if (name === undefined) throw invalid('body');
  throw (input as Record<PropertyKey, unknown>)[name] === undefined ? missing(String(name)) : invalid(String(name));
}

export function missing(name: string): BrevoProblem {
  return new BrevoProblem({ ...assumed.missing, message: `${name} is missing` });
}

export function invalid(name: string): BrevoProblem {
  return new BrevoProblem({ ...assumed.invalid, message: `${name} is not valid` });
}
