/** Reading JSON whose shape is only observed: what is not of the type that is asked for reads as empty. */
export type Parameters = Readonly<Record<string, unknown>>;

export function recordOf(value: unknown): Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parameters) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A template's parameters: `{ type, resource: { parameters } }`. */
export function parametersOf(template: unknown): Parameters {
  return recordOf(recordOf(recordOf(template)['resource'])['parameters']);
}
