import * as z from 'zod';
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

/** A list of which an element that does not fit is left out, so that it does not hide the others. */
export function listOf<S extends z.ZodType>(element: S) {
  return z.array(z.unknown()).transform((elements) =>
    elements.flatMap((one) => {
      const read = element.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  );
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
  if (reportDrift.isWatched?.() !== false) observeDrift(entity, schema, raw as Record<string, unknown>, reportDrift);
  return result.data;
}

/** Compares an object with its schema, nested objects too; fields of those are named with their path. */
function observeDrift(
  entity: string,
  schema: z.ZodObject,
  given: Record<string, unknown>,
  reportDrift: ReportDrift,
  prefix = '',
): void {
  for (const [name, fieldSchema] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const field = prefix + name;
    const value = given[name];
    const nested = objectSchema(fieldSchema);
    if (value === undefined) {
      if (fieldSchema.meta()?.['documented'] === true) reportDrift({ entity, field, change: 'vanished' });
    } else if (nested && isObject(value)) observeDrift(entity, nested, value, reportDrift, `${field}.`);
    else if (value !== null && fieldSchema.safeParse(value).data === undefined)
      reportDrift({ entity, field, change: 'changed-type', actual: typeName(value) });
  }
  for (const [name, value] of Object.entries(given))
    if (!Object.hasOwn(schema.shape, name))
      reportDrift({ entity, field: prefix + name, change: 'appeared', actual: typeName(value) });
}

/** The object schema within `documented()`, `sometimes()` and the like; undefined for any other schema. */
function objectSchema(schema: z.ZodType): z.ZodObject | undefined {
  let inner: z.core.$ZodType = schema;
  while (!(inner instanceof z.ZodObject)) {
    const { innerType } = inner._zod.def as { innerType?: z.core.$ZodType };
    if (!innerType) return undefined;
    inner = innerType;
  }
  return inner;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
