import type { Drift } from '@anyinbox/core/provider';
import type { MappingContext } from '../../src/mapping-context.ts';

/** A context for mappers that knows operator user 1 as agent 7 and group 1 as `Default`, and keeps the drift they report. */
export function mappingContext(): MappingContext & { readonly drift: Drift[] } {
  const drift: Drift[] = [];
  return {
    reportDrift: (change) => drift.push(change),
    operatorIds: 'id',
    names: {
      agentOf: (userId) => (userId === '1' ? '7' : undefined),
      titleOf: (groupId) => (groupId === '1' ? 'Default' : undefined),
    },
    drift,
  };
}
