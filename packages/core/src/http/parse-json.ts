const maxDepth = 100;
/** Objects and arrays. Mapping costs some 40 µs for each, and nothing else runs meanwhile. */
const maxContainers = 50_000;

/**
 * JSON from a stranger. Throws when it is malformed, nested deeper than 100 levels, holds more than
 * 50,000 objects, or has a key that could reach a prototype. What it throws
 * quotes the text, so callers never pass it on.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  let level: unknown[] = [value];
  let containers = 0;
  for (let depth = 0; level.length > 0; depth++) {
    containers += level.length;
    if (containers > maxContainers) throw new SyntaxError('too many objects');
    if (depth > maxDepth) throw new SyntaxError('nested too deeply');
    level = level.flatMap(children);
  }
  return value;
}

function children(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.filter(isObject);
  const prototypeKey = Object.hasOwn(value, '__proto__');
  const constructorKey =
    Object.hasOwn(value, 'constructor') && isObject((value as { constructor: unknown }).constructor);
  if (prototypeKey || constructorKey) throw new SyntaxError('a key that could reach a prototype');
  return Object.values(value).filter(isObject);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
