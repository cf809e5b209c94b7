import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyOf } from '../src/keys.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  // Half characters and control characters, in any order.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 600 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom('\u0000', '\u001a', '0', '#', '\ud800', '\udc00', 'a', '😀')).map((parts) => parts.join('')),
);

it('a key is a whole string without U+0000 and of a length that an index takes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const key = keyOf(text);
      expect(key).not.toMatch(/\p{Cs}/u);
      expect(key).not.toContain('\u0000');
      expect(key).not.toContain('\n');
      expect(Buffer.byteLength(key)).toBeLessThanOrEqual(384);
    }),
  );
});

it('different strings have different keys', () => {
  fc.assert(fc.property(anyText, anyText, (left, right) => (keyOf(left) === keyOf(right)) === (left === right)));
  fc.assert(fc.property(anyText, (text) => keyOf(text) !== keyOf(keyOf(text)) || keyOf(text) === text));
});

it('an ordinary string is its own key', () => {
  for (const text of ['', 'agent:42', 'Grüße', '😀', 'x'.repeat(384)]) expect(keyOf(text)).toBe(text);
});
