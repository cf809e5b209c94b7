/** `token`, `extra_field_secret_key` and `conversations_token` are known (vendors/blinger.md §Conversation object, §Operators). */
const secretName = /token|secret|password/;

/**
 * The vendor's body without its secrets, at any depth. It runs on every answer before anything else sees it, so that no mapper, no `raw`, no
 * native result and no `normalize` function can let one out. Core bounds how deep a body may be.
 */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  const shown = Object.entries(value).filter(([name]) => !isSecret(name));
  return Object.fromEntries(shown.map(([name, field]) => [name, redact(field)]));
}

function isSecret(name: string): boolean {
  return name === '__proto__' || secretName.test(name.toLowerCase().replace(/[^a-z]/g, ''));
}
