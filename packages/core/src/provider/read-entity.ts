import type * as z from 'zod';
import { InboxError } from '../errors/index.ts';
import type { ReportDrift } from './drift.ts';

/** A field that the vendor documents and mapping can do without: missing or of another type it is undefined, and drift is reported. */
export function documented<S extends z.ZodType>(schema: S) {
  return schema.nullish().catch(undefined).meta({ documented: true });
}

/** A field that is only sometimes there; of another type it is undefined, and drift is reported. */
export function sometimes<S extends z.ZodType>(schema: S) {
  return schema.nullish().catch(undefined);
}

/**
 * Reads a vendor's object. Throws `unexpected-response`, naming the path, when a field is wrong that mapping needs; reports every other
 * difference from the schema as drift.
 */
export function readEntity<Shape extends z.ZodRawShape>(
  entity: string,
  schema: z.ZodObject<Shape>,
  raw: unknown,
  reportDrift: ReportDrift,
): z.output<z.ZodObject<Shape>> {
  const result = schema.safeParse(raw);
  if (!result.success) throw unexpectedResponse(entity, result.error.issues[0]?.path ?? []);
  const given = raw as Record<string, unknown>;
  const read = result.data as Record<string, unknown>;
  for (const [field, fieldSchema] of Object.entries(schema.shape)) {
    const value = given[field];
    if (value !== undefined && read[field] === undefined)
      reportDrift({ entity, field, change: 'changed-type', actual: typeName(value) });
    else if (value === undefined && (fieldSchema as z.ZodType).meta()?.['documented'] === true)
      reportDrift({ entity, field, change: 'vanished' });
  }
  for (const field of Object.keys(given))
    if (!Object.hasOwn(schema.shape, field))
      reportDrift({ entity, field, change: 'appeared', actual: typeName(given[field]) });
  return result.data;
}

/** The vendor answered something that cannot be mapped. Names where, never what. */
export function unexpectedResponse(entity: string, path: readonly PropertyKey[]): InboxError {
  const place = [entity, ...path.map((step) => printable(String(step)))].join('.');
  return new InboxError(`The vendor's answer cannot be read at ${place}`, {
    code: 'unexpected-response',
    blame: 'vendor',
    hint: 'If the vendor changed its API, correct the field with the `normalize` option.',
  });
}

export function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Keys come from the vendor too, and may be a customer's attribute: only what looks like a field name is shown. */
function printable(step: string): string {
  return /^[A-Za-z_]\w{0,39}$|^\d{1,9}$/.test(step) ? step : '?';
}
