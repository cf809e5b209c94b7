import { InboxError } from '../errors/index.ts';
import type { ReportDrift } from './drift.ts';

export interface MappedItems<T> {
  readonly items: readonly T[];
  /** Says how many items could not be read; absent when all could. */
  readonly incomplete?: string;
}

/**
 * Maps the items of a page. One that cannot be read is left aside, reported as drift and counted in `incomplete`, so that it does not bar the way to
 * the others; when none can be read the vendor's shape has changed, and the first failure is thrown.
 */
export function mapItems<T>(
  entity: string,
  items: readonly unknown[],
  map: (raw: unknown) => T,
  reportDrift: ReportDrift,
): MappedItems<T> {
  const mapped: T[] = [];
  let failure: unknown;
  for (const raw of items) {
    try {
      mapped.push(map(raw));
    } catch (error) {
      if (!InboxError.isInstance(error) || error.code !== 'unexpected-response') throw error;
      failure ??= error;
      reportDrift({ entity, field: 'item', change: 'unrecognised' });
    }
  }
  if (failure === undefined) return { items: mapped };
  if (mapped.length === 0) throw failure;
  const count = items.length - mapped.length;
  return { items: mapped, incomplete: `${count} ${count === 1 ? 'item' : 'items'} could not be read` };
}
