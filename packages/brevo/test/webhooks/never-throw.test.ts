import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fragment, started, transcript } from '../fixtures/webhooks.ts';
import { read, typesOf } from '../support/webhooks.ts';

/** `pnpm torture` asks for 100,000. */
const numRuns = Number(process.env['ANYINBOX_TORTURE_FUZZ'] ?? 300);
const timeout = 60_000 + numRuns * 5;

/** Fields of a true object are kept, dropped, or replaced by any JSON, at every level. */
function damaged(value: unknown): fc.Arbitrary<unknown> {
  const anything = fc.jsonValue({ maxDepth: 3 });
  const other = { weight: 1, arbitrary: anything };
  if (typeof value !== 'object' || value === null) return fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, other);
  if (Array.isArray(value)) return fc.oneof({ weight: 5, arbitrary: fc.tuple(...value.map(damaged)) }, other);
  const fields = Object.entries(value).map(([name, field]) => [name, damaged(field)]);
  const kept = fc.record<Record<string, unknown>>(Object.fromEntries(fields), {
    requiredKeys: ['eventName', 'visitor', 'id'].filter((name) => name in value),
  });
  return fc.oneof({ weight: 8, arbitrary: kept }, other);
}

/** What must hold for whatever is sent. */
function check(body: unknown): void {
  const given = JSON.stringify(body);
  const events = read(body);
  expect(events.length).toBeGreaterThan(0);
  for (const { key, type, conversationId, occurredAt, conversation, message } of events) {
    expect(key).not.toBe('');
    if (type !== 'vendor.other') expect(conversationId).toEqual(expect.any(String));
    if (conversation) expect(conversation.nativeId).toBe(conversationId);
    if (type === 'message.received' || type === 'message.sent') expect(message?.nativeId).toBe(key);
    if (occurredAt !== undefined) expect(new Date(occurredAt).toISOString()).toBe(occurredAt);
  }
  expect(JSON.parse(JSON.stringify(events))).toEqual(events);
  expect(JSON.stringify(body), 'the body was changed').toBe(given);
  expect(read(body)).toEqual(events);
}

/** As it comes over the wire, where there is no -0. */
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('any JSON is at least one event', () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => check(wire(body))));
});

test.each([started, fragment, transcript].map((body) => [body.eventName, body] as const))(
  '%s, damaged in any way',
  (_, body) => {
    const types = new Set<string>();
    fc.assert(
      fc.property(damaged(body), (given) => {
        check(wire(given));
        for (const type of typesOf(read(wire(given)))) types.add(type);
      }),
      { numRuns },
    );
    expect(types).toContain('vendor.other');
    expect(types).toContain('message.received');
  },
  timeout,
);

test('no object is polluted, and no hostile name is an event', () => {
  const hostile = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"id":';
  const events = read(JSON.parse(JSON.stringify(transcript).replaceAll('"id":', hostile)));
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(typesOf(events)).toContain('conversation.closed');
  for (const one of events.flatMap((event) => [event, event.conversation ?? {}, event.message ?? {}]))
    expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
  for (const eventName of ['__proto__', 'constructor', 'toString', 'x'.repeat(5000)])
    expect(read({ ...fragment, eventName })).toMatchObject([
      { type: 'vendor.other', nativeType: eventName.slice(0, 100) },
    ]);
});
