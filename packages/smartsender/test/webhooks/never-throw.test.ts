import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pingFields } from '../../src/assumptions.ts';
import { readBlock } from '../support/webhooks.ts';

/** `pnpm torture` asks for 100,000. */
const numRuns = Number(process.env['ANYINBOX_TORTURE_FUZZ'] ?? 500);
const timeout = 60_000 + numRuns * 5;
const hostile = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

/** As it comes over the wire: a `__proto__` is a field of its own, and there is no -0. */
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const id = fc.oneof(fc.nat().map(String), fc.nat(), fc.double(), fc.string(), fc.jsonValue({ maxDepth: 2 }));
const field = fc.tuple(fc.constantFrom(...pingFields, ...hostile, 'text'), id);
const block = fc
  .array(field, { maxLength: 6 })
  .map((fields): unknown =>
    JSON.parse(`{${fields.map(([name, value]) => `"${name}":${JSON.stringify(value)}`).join(',')}}`),
  );
const anyBody = fc.oneof(fc.jsonValue().map(wire), block);

function check(body: unknown): void {
  const { events, hints = [] } = readBlock(body);
  expect(hints).toHaveLength(1);
  const [hint = {}] = hints;
  if ('contactId' in hint) {
    expect(hint.contactId).toMatch(/^\d{1,16}$/);
    expect(events).toEqual([]);
  } else {
    expect(hint).toEqual({ conversations: 'newest' });
    expect(events).toMatchObject([{ type: 'vendor.other', key: expect.stringMatching(/./) }]);
    expect(JSON.stringify(events[0]?.raw)).toBe(JSON.stringify(body));
  }
}

test('any JSON is one reason to look', { timeout }, () => {
  fc.assert(fc.property(anyBody, check), { numRuns });
});

test('both a contact and nobody are among what was tried', () => {
  const kinds = new Set(fc.sample(block, 300).map((body) => Object.keys(readBlock(body).hints?.[0] ?? {}).join()));
  expect([...kinds].toSorted()).toEqual(['contactId', 'conversations']);
});

test('reading the same twice is the same, and changes nothing of it', { timeout }, () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const before = JSON.stringify(body);
      expect(readBlock(body)).toEqual(readBlock(body));
      expect(JSON.stringify(body)).toBe(before);
    }),
    { numRuns },
  );
});

test('no object is polluted', { timeout }, () => {
  const names = Reflect.ownKeys(Object.prototype);
  fc.assert(
    fc.property(anyBody, (body) => {
      const reading = readBlock(body);
      for (const one of [reading, ...reading.events, ...(reading.hints ?? [])])
        expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
      expect(Reflect.ownKeys(Object.prototype)).toEqual(names);
    }),
    { numRuns },
  );
});
