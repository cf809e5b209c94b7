import { isRecord, type Json, valueAt } from './record.ts';

/** The body and the objects wrapped in it under these names, outermost first, at most `depth` wrappings deep. */
export function levels(body: unknown, wrappers: readonly string[], depth = 2): readonly Json[] {
  if (!isRecord(body)) return [];
  if (depth === 0) return [body];
  return [body, ...wrappers.flatMap((name) => levels(valueAt(body, name), wrappers, depth - 1))];
}
