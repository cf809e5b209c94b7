import type { Context } from 'hono';
import type * as z from 'zod';
import { ApiProblem } from '../api/api-problem.ts';
import { fieldErrors } from '../api/field-errors.ts';
import { assumed } from './assumptions.ts';
import type { BlingerBehaviour } from './behaviour.ts';

export function problem({ status, message }: { status: number; message: string }): ApiProblem {
  return new ApiProblem(status, message);
}

export function queryOf<Schema extends z.ZodType>(context: Context, schema: Schema): z.output<Schema> {
  return validated(schema, withNumbers(context.req.query()));
}

/** An absent body reads as an empty one, so that validation names the missing fields. */
export async function bodyOf<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
  encoding: BlingerBehaviour['encoding'],
): Promise<z.output<Schema>> {
  const text = await context.req.text();
  const type = context.req.header('content-type') ?? '';
  return validated(schema, text === '' ? {} : fieldsOf(text, type, encoding));
}

function fieldsOf(text: string, type: string, encoding: BlingerBehaviour['encoding']): unknown {
  if (/^application\/json\b/i.test(type) && encoding !== 'form') {
    try {
      return JSON.parse(text);
    } catch {
      throw problem(assumed.badEncoding);
    }
  }
  if (/^application\/x-www-form-urlencoded\b/i.test(type) && encoding !== 'json') {
    return withNumbers(Object.fromEntries(new URLSearchParams(text)));
  }
  throw problem(assumed.badEncoding);
}

/** The fields that are documented as integers; forms and queries have only text. */
const numberFields = new Set(['conversation_id', 'operator_id', 'group_id', 'disable_webhook']);

function withNumbers(fields: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      numberFields.has(name) && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ]),
  );
}

function validated<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ApiProblem(400, 'Invalid parameters', fieldErrors(result.error));
}
