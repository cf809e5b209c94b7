import type { Drift } from '@anyinbox/core/provider';
import type { MappingContext } from '../../src/mapping-context.ts';
import { timestampReader } from '../../src/timestamp.ts';

/** A context for mappers, in UTC, that keeps the drift they report. */
export function mappingContext(): MappingContext & { readonly drift: Drift[] } {
  const drift: Drift[] = [];
  return { readTime: timestampReader('UTC'), reportDrift: (change) => drift.push(change), drift };
}
