import fc from 'fast-check';
import { secrets } from '../fixtures/objects.ts';

/** A JSON value in which fields of a true object are kept, dropped, or replaced by any JSON, at every level; secrets turn up anywhere. */
export function damaged(value: unknown): fc.Arbitrary<unknown> {
  const secret = fc.constantFrom('token', 'extra_field_secret_key', 'conversations_token');
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.tuple(secret, fc.jsonValue({ maxDepth: 1 })).map(([name, other]) => ({ other, [name]: secrets[name] })),
  );
  if (typeof value !== 'object' || value === null)
    return fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: anything });
  if (Array.isArray(value))
    return fc.oneof({ weight: 5, arbitrary: fc.tuple(...value.map(damaged)) }, { weight: 1, arbitrary: anything });
  // Secrets stay where they are: anywhere else nobody could know them.
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    Object.hasOwn(secrets, name) ? fc.constant(field) : damaged(field),
  ]);
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(Object.fromEntries(fields), { requiredKeys: [] }) },
    { weight: 1, arbitrary: anything },
  );
}
