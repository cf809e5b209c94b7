import { type ReportDrift, typeName } from '@anyinbox/core/provider';
import { type AssumedFields, unusedFields } from './assumptions/index.ts';
import { topName } from './assumptions/spelling.ts';
import { isRecord, type Json, pascal, valueAt } from './record.ts';

export interface EntityFields<Field extends string> {
  readonly entity: keyof typeof unusedFields;
  readonly fields: AssumedFields<Field>;
  /** Every name that may stand in the vendor's object without being news. */
  readonly known: ReadonlySet<string>;
}

export function entityFields<Field extends string>(
  entity: EntityFields<Field>['entity'],
  fields: AssumedFields<Field>,
): EntityFields<Field> {
  const assumed = Object.values<AssumedFields[string]>(fields).flatMap(({ spellings }) => spellings);
  return { entity, fields, known: eitherCase([...assumed, ...unusedFields[entity]].map(topName)) };
}

/** Undefined: not found. Null: the vendor says that it is empty. */
export type ReadField<Field extends string> = <T>(
  field: Field,
  parse: (value: unknown) => T | undefined,
) => T | null | undefined;

/**
 * Reads an object whose field names are assumed. What nothing was assumed about, what was not found, and what holds another type is reported
 * as drift; nothing throws. A field that the app decided (`given`) is not looked for.
 */
export function fieldReader<Field extends string>(
  { entity, fields, known }: EntityFields<Field>,
  raw: unknown,
  given: object,
  reportDrift: ReportDrift,
): ReadField<Field> {
  const record = isRecord(raw) ? raw : {};
  reportUnknown(entity, known, record, reportDrift);
  return (field, parse) => {
    if ((given as Json)[topName(field)] !== undefined) return undefined;
    const { spellings, sometimes } = fields[field];
    const found = spellings
      .map((spelling) => ({ spelling, value: valueAt(record, spelling) }))
      .filter(({ spelling, value }) => value !== undefined && !isContainer(spellings, spelling, value));
    const filled = found.filter(({ value }) => value !== null);
    for (const { value } of filled) {
      const parsed = parse(value);
      if (parsed !== undefined) return parsed;
    }
    const [wrong] = filled;
    if (wrong !== undefined)
      reportDrift({ entity, field: wrong.spelling, change: 'changed-type', actual: typeName(wrong.value) });
    else if (found.length === 0 && !sometimes) reportDrift({ entity, field, change: 'unrecognised' });
    return wrong === undefined && found.length > 0 ? null : undefined;
  };
}

/** `sender` may be the word itself, or hold it as `sender.type`: then it is not of the wrong type. */
function isContainer(spellings: readonly string[], spelling: string, value: unknown): boolean {
  return isRecord(value) && spellings.some((other) => other.startsWith(`${spelling}.`));
}

/** Reports the fields of a vendor's object that nothing is known about. */
export function reportUnknown(
  entity: string,
  known: ReadonlySet<string>,
  record: Json,
  reportDrift: ReportDrift,
): void {
  for (const [field, value] of Object.entries(record))
    if (!known.has(field))
      reportDrift({ entity, field: printable(field), change: 'appeared', actual: typeName(value) });
}

export function eitherCase(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [name, pascal(name)]));
}

/** A key comes from the vendor and may be anything: only what looks like a field name is shown. */
function printable(field: string): string {
  return /^[A-Za-z_]\w{0,39}$/.test(field) ? field : '?';
}
