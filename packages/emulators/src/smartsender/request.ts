import type { Context } from 'hono';
import type * as z from 'zod';
import { ApiProblem } from '../api/api-problem.ts';
import { fieldErrors } from '../api/field-errors.ts';
import { pageOf } from '../api/page-of.ts';
import { readJson } from '../api/read-json.ts';
import { assumed } from './assumptions.ts';
import { pagingQuery } from './schemas.ts';
import type { SmartsenderList } from './wire.ts';

export function problem({ status, message }: { status: number; message: string }): ApiProblem {
  return new ApiProblem(status, message);
}

export function validated<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ApiProblem(assumed.invalid.status, assumed.invalid.message, fieldErrors(result.error));
}

export async function bodyOf<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.output<Schema>> {
  return validated(schema, await readJson(context.req.raw));
}

/** What has no such id has no such resource: anything but digits is not found. */
export function idOf(context: Context, name: string): number {
  const text = context.req.param(name) ?? '';
  if (!/^\d{1,15}$/.test(text)) throw problem(assumed.notFound);
  return Number(text);
}

/** One page in the vendor's list form, each item in its wire form. */
export function listPage<T, Wire>(
  context: Context,
  items: readonly T[],
  toWire: (item: T) => Wire,
): SmartsenderList<Wire> {
  const { page, limitation } = validated(pagingQuery, context.req.query());
  const { items: own, pages } = pageOf(items, page, limitation);
  return { cursor: { page, pages }, collection: own.map(toWire) };
}
