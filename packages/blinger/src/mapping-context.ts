import { type ReportDrift, unexpectedResponse } from '@anyinbox/core/provider';
import type { BlingerOptions } from './config.ts';
import { timeOf } from './time.ts';

/** What mappers know besides the vendor's object. */
export interface MappingContext {
  readonly reportDrift: ReportDrift;
  readonly operatorIds: BlingerOptions['operatorIds'];
  readonly names: Names;
}

/** What other calls of the connection have told. */
export interface Names {
  /** The agent that a conversation's `operator_user_id` means. Undefined: nobody can say, and a wrong id would be worse. */
  agentOf(operatorUserId: string): string | undefined;
  titleOf(groupId: string): string | undefined;
}

type Entity = 'conversation' | 'message' | 'note' | 'agent' | 'group';

/** A time of the vendor as ISO 8601; one that cannot be read is left out and reported. */
export function readTime(
  { reportDrift }: Pick<MappingContext, 'reportDrift'>,
  field: string,
  seconds: number | null | undefined,
): string | undefined {
  if (seconds === undefined || seconds === null) return undefined;
  const time = timeOf(seconds);
  if (time === undefined) reportDrift({ entity: 'conversation', field, change: 'unrecognised' });
  return time;
}

/** A field without which there is no such object in our model. */
export function needed<T>(value: T, entity: Entity, field: string): NonNullable<T> {
  if (value === undefined || value === null) throw unexpectedResponse(entity, [field]);
  return value;
}
