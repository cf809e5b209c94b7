import { type ReportDrift, unexpectedResponse } from '@anyinbox/core/provider';
import type { TimestampReader } from './timestamp.ts';

/** What mappers know besides the vendor's object. */
export interface MappingContext {
  readonly readTime: TimestampReader;
  readonly reportDrift: ReportDrift;
}

type Entity = 'conversation' | 'message' | 'note' | 'channel' | 'agent';

/** A time of the vendor as ISO 8601. Null stays null; one that cannot be read is left out and reported. */
export function timeOf<T extends string | null | undefined>(
  context: MappingContext,
  entity: Entity,
  field: string,
  value: T,
): string | Exclude<T, string> | undefined {
  if (typeof value !== 'string') return value as Exclude<T, string>;
  const time = context.readTime(value);
  if (time === undefined) context.reportDrift({ entity, field, change: 'unrecognised' });
  return time;
}

/** A field without which there is no such object in our model. */
export function needed<T>(value: T, entity: Entity, field: string): NonNullable<T> {
  if (value === undefined || value === null) throw unexpectedResponse(entity, [field]);
  return value;
}
