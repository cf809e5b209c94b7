/** What opens a customer's page and what signs webhooks (`FACTS.md` §4, §7). */
const secrets = new Set(['page_ticket', 'hook_secret']);

/** A copy of the vendor's object for `raw`, without its secrets, however deep they stand. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => !secrets.has(field))
      .map(([field, inner]) => [field, withoutSecrets(inner)]),
  );
}
