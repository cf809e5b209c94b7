import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from '../../src/redact.ts';
import { conversation, operator, secrets } from '../fixtures/objects.ts';

test.each(['token', 'extra_field_secret_key', 'conversations_token', 'Token', 'apiToken', 'SECRET', 'password'])(
  '%s is removed, however deep',
  (name) => {
    expect(redact({ kept: 1, [name]: 'x', list: [{ deep: { [name]: { any: 'x' }, kept: 2 } }] })).toEqual({
      kept: 1,
      list: [{ deep: { kept: 2 } }],
    });
  },
);

test('the vendor’s objects keep all but their secrets', () => {
  const shown = redact({ status: 200, data: [conversation, operator] });
  for (const secret of Object.values(secrets)) expect(JSON.stringify(shown)).not.toContain(secret);
  expect(Object.keys((shown as { data: [object] }).data[0])).toHaveLength(Object.keys(conversation).length - 1);
});

test('what is not an object stays as it is, and no object gets another prototype', () => {
  for (const value of [null, undefined, 0, '', 'token', true]) expect(redact(value)).toBe(value);
  const copy = redact(JSON.parse('{"__proto__":{"polluted":true},"kept":1}')) as object;
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  expect(Object.keys(copy)).toEqual(['kept']);
});

test('nothing else changes', () => {
  const harmless = fc
    .jsonValue({ maxDepth: 4 })
    .filter((value) => !/token|secret|password|__proto__/i.test(JSON.stringify(value).replace(/[^a-z_]/gi, '')));
  fc.assert(
    fc.property(harmless, (value) => {
      expect(redact(value)).toEqual(value);
    }),
  );
});
