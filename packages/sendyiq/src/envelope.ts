import { envelopes } from './assumptions/index.ts';
import { levels } from './levels.ts';
import { identifier } from './parse.ts';
import { isRecord, valueAt } from './record.ts';

/**
 * The one object that a body is about: bare, or wrapped under its own name or a general one. An object with an id wins; without any id it is
 * the first that was wrapped, so that `normalize` sees what the vendor meant.
 */
export function findEntity(body: unknown, name: string, ids: readonly string[]): unknown {
  const candidates = levels(body, [name, ...envelopes.one]);
  const hasId = (value: unknown) => ids.some((id) => identifier(valueAt(value, id)) !== undefined);
  const named = candidates.map((candidate) => valueAt(candidate, name)).filter(isRecord);
  return named.find(hasId) ?? candidates.find(hasId) ?? named[0] ?? candidates[1] ?? body;
}

/** The first text under one of these names, in the body or wrapped in it. */
export function findText(
  body: unknown,
  names: readonly string[],
  wrappers: readonly string[] = [],
): string | undefined {
  for (const level of levels(body, [...wrappers, ...envelopes.one]))
    for (const name of names) {
      const value = valueAt(level, name);
      if (typeof value === 'string' && value.trim() !== '') return value;
    }
  return undefined;
}
