/** Deeper than any real answer; what lies below is cut off. */
const deepest = 50;

/**
 * The vendor's object without `rawUnsafeHtml`, however deep and however spelled: it is what a stranger wrote, and must never be rendered
 * (vendors/brevo.md §2.1). Everything that leaves this package goes through here.
 */
export function withoutUnsafeHtml(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return value.map((item) => withoutUnsafeHtml(item, depth + 1));
  const safe = Object.entries(value).filter(([name]) => !isUnsafe(name));
  return Object.fromEntries(safe.map(([name, field]) => [name, withoutUnsafeHtml(field, depth + 1)]));
}

function isUnsafe(name: string): boolean {
  return name === '__proto__' || /unsafehtml/.test(name.toLowerCase().replace(/[^a-z]/g, ''));
}
