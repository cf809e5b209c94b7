import { InboxError } from '@anyinbox/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageAnswer } from '../../src/schemas.ts';
import { withoutUnsafeHtml } from '../../src/unsafe-html.ts';
import { agentMessage, file, oldAttachment, pushedMessage, visitorMessage, webhookEmail } from '../fixtures/objects.ts';
import { mapMessage } from '../support/mapping.ts';

const canary = 'canary-unsafe-51c9';

/** A JSON value in which fields of a true object are kept, dropped, or replaced by any JSON, at every level. */
function damaged(value: unknown): fc.Arbitrary<unknown> {
  const anything = fc.jsonValue({ maxDepth: 3 });
  if (typeof value !== 'object' || value === null)
    return fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: anything });
  if (Array.isArray(value))
    return fc.oneof({ weight: 5, arbitrary: fc.tuple(...value.map(damaged)) }, { weight: 1, arbitrary: anything });
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, damaged(field)]));
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 1, arbitrary: anything },
  );
}

/** The same with unsafe HTML in every object, under any spelling and with any value. */
function poisoned(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.tuple(...value.map(poisoned));
  if (typeof value !== 'object' || value === null) return fc.constant(value);
  const name = fc.constantFrom('rawUnsafeHtml', 'RawUnsafeHTML', 'raw_unsafe_html', 'rawUnsafeHtml2');
  const poison = fc.constantFrom<unknown>(`<script>${canary}</script>`, { deep: [canary] }, [canary]);
  const fields = Object.entries(value).map(([field, inner]) => fc.tuple(fc.constant(field), poisoned(inner)));
  return fc.tuple(fc.tuple(name, poison), ...fields).map((entries) => Object.fromEntries(entries));
}

const email = { ...webhookEmail, rawUnsafeHtml: 'x', attachments: [file, oldAttachment], source: { a: [{ b: {} }] } };
const examples: unknown[] = [
  agentMessage,
  { ...pushedMessage, file, forwardedToSourceStatus: { isSuccess: false, error: 'BLOCKED' } },
  visitorMessage,
  email,
];

test('mapping a message out of any JSON never throws anything but an InboxError, and says where', () => {
  const counts = { mapped: 0, refused: 0 };
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), ...examples.map(damaged)), (raw) => {
      try {
        const { message } = mapMessage(raw);
        counts.mapped += 1;
        expect(typeof message.text).toBe('string');
        expect(new Date(message.createdAt).toISOString()).toBe(message.createdAt);
      } catch (error) {
        counts.refused += 1;
        expect(InboxError.isInstance(error)).toBe(true);
        expect(error).toMatchObject({ code: 'unexpected-response', blame: 'vendor' });
        expect((error as InboxError).message).toMatch(/cannot be read at message(\.\w+)*$/);
      }
    }),
    { numRuns: 600 },
  );
  expect(Math.min(counts.mapped, counts.refused), 'both ways were seen').toBeGreaterThan(20);
});

test('unsafe HTML is nowhere in what is mapped, and nowhere in what native calls answer', () => {
  fc.assert(
    fc.property(fc.oneof(...examples.map(poisoned), poisoned({ ...email, wrapped: [[email]] })), (raw) => {
      expect(JSON.stringify(raw)).toContain(canary);
      expect(JSON.stringify(mapMessage(raw))).not.toContain(canary);
      expect(JSON.stringify(messageAnswer.parse(raw))).not.toContain(canary);
    }),
    { numRuns: 300 },
  );
});

test('nothing else is taken away', () => {
  const harmless = fc.jsonValue({ maxDepth: 4 }).filter((value) => !/unsafe|__proto__/i.test(JSON.stringify(value)));
  fc.assert(
    fc.property(harmless, (value) => {
      expect(withoutUnsafeHtml(value)).toEqual(value);
    }),
  );
});

test('what is nested deeper than any answer is cut off', () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(JSON.stringify(withoutUnsafeHtml(deep)).length).toBeLessThan(200);
});

test('no object gets another prototype', () => {
  const copy = withoutUnsafeHtml(JSON.parse('{"__proto__":{"polluted":true},"kept":1}')) as object;
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  expect(copy).toEqual({ kept: 1 });
});
