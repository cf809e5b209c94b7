import { InboxError } from '../errors/index.ts';
import type { Mapper, Normalize, NormalizedEntities } from './normalize.ts';

/** The provider's mapper with the app's `normalize` laid over it. */
export function entityMapper<E extends keyof NormalizedEntities>(
  normalize: Normalize,
  entity: E,
  map: Mapper<E>,
): (raw: unknown) => NormalizedEntities[E] {
  const overrides = Object.entries(normalize[entity] ?? {}) as [string, (raw: unknown) => unknown][];
  if (overrides.length === 0) return (raw) => map(raw, {});
  return (raw) => {
    const given: Record<string, unknown> = {};
    for (const [field, override] of overrides) {
      const value = runOverride(`${entity}.${field}`, () => override(raw));
      if (value !== undefined) given[field] = value;
    }
    return { ...map(raw, given as Partial<NormalizedEntities[E]>), ...given };
  };
}

/** Runs the app's code. What it throws may quote a customer, so only the place is kept. */
export function runOverride<T>(place: string, override: () => T): T {
  try {
    return override();
  } catch {
    throw new InboxError(`normalize.${place} threw`, { code: 'invalid-config', blame: 'caller' });
  }
}
