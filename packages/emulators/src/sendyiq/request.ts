import type { Context } from 'hono';
import * as z from 'zod';
import { ApiProblem } from '../api/api-problem.ts';
import { fieldErrors } from '../api/field-errors.ts';
import { readJson } from '../api/read-json.ts';
import { assumed } from './assumptions.ts';
import { uuid } from './schemas.ts';

export function problem({ status, message }: { status: number; message: string }): ApiProblem {
  return new ApiProblem(status, message);
}

export function found<T>(item: T | undefined): T {
  if (item === undefined) throw problem(assumed.notFound);
  return item;
}

export async function bodyOf<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.output<Schema>> {
  return validated(schema, await readJson(context.req.raw));
}

export function idOf(context: Context, name: string): string {
  return validated(z.object({ [name]: uuid }), { [name]: context.req.param(name) })[name] ?? '';
}

/** The query under the documented names: case does not matter, any other name is ignored, an empty value is none. */
export function queryOf<Shape extends z.ZodRawShape>(context: Context, shape: Shape): z.output<z.ZodObject<Shape>> {
  const given = new Map(Object.entries(context.req.query()).map(([name, value]) => [name.toLowerCase(), value]));
  const known = Object.keys(shape).map((name) => [name, given.get(name.toLowerCase()) || undefined]);
  return validated(z.object(shape), Object.fromEntries(known));
}

function validated<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ApiProblem(assumed.invalid.status, assumed.invalid.message, fieldErrors(result.error));
}
