export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `createdAt` as C# may spell it: `CreatedAt`. */
export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The value at a spelling such as `customer.name`, in camelCase or PascalCase; undefined when there is none. */
export function valueAt(value: unknown, spelling: string): unknown {
  let current = value;
  for (const step of spelling.split('.')) {
    if (!isRecord(current)) return undefined;
    const name = [step, pascal(step)].find((candidate) => Object.hasOwn(current as Json, candidate));
    if (name === undefined) return undefined;
    current = current[name];
  }
  return current;
}
