import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assigned, closedBeside, closedInside, incoming, unassigned } from '../fixtures/webhooks.ts';
import { damaged } from '../support/damaged.ts';
import { createReader } from '../support/webhooks.ts';

const bodies = [unassigned, assigned, closedInside, closedBeside, incoming];
/** `pnpm torture` asks for 100,000. */
const numRuns = Number(process.env['ANYINBOX_TORTURE_FUZZ'] ?? 500);
const timeout = 60_000 + numRuns * 5;
const canary = 'canary-of-';

/** What must hold for whatever is sent. */
function check(body: unknown): void {
  const { events, hints = [] } = createReader().read(body);
  expect(events.length + hints.length).toBeGreaterThan(0);
  for (const { key, type, conversationId, occurredAt, conversation, message } of events) {
    expect(key.length).toBeGreaterThan(0);
    if (type !== 'vendor.other') expect(conversationId).toMatch(/^\d+$/);
    if (conversation) expect(conversation.nativeId).toBe(conversationId);
    if (message) expect(message.nativeId).toBe(key);
    if (occurredAt !== undefined) expect(new Date(occurredAt).toISOString()).toBe(occurredAt);
  }
  // Nothing but JSON, and nothing that JSON would change.
  const plain: unknown = JSON.parse(JSON.stringify({ events, hints }));
  expect({ events, hints }).toEqual(plain);
  expect(JSON.stringify(plain)).not.toContain(canary);
}

/** As it comes over the wire, where there is no -0. */
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('any JSON is at least one event', () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => check(wire(body))));
});

test.each(bodies.map((body) => [body.webhook, body] as const))('%s, damaged in any way', { timeout }, (_, body) => {
  const types = new Set<string>();
  fc.assert(
    fc.property(damaged(body), (given) => {
      check(wire(given));
      for (const { type } of createReader().read(wire(given)).events) types.add(type);
    }),
    { numRuns },
  );
  expect(types).toContain('vendor.other');
  if (body !== incoming) expect(types.size).toBeGreaterThan(1);
});

test('reading the same twice is the same, and changes nothing of it', () => {
  fc.assert(
    fc.property(fc.oneof(...bodies.map(damaged), fc.jsonValue()), (given) => {
      const body = wire(given);
      const { read } = createReader();
      expect(read(body)).toEqual(read(wire(given)));
      expect(body).toEqual(wire(given));
    }),
  );
});

test('no object is polluted', () => {
  const hostile = '{"polluted":true,"conversation":{"id":1}}';
  const body = JSON.stringify({ ...closedInside, operator: { id: 7 } }).replaceAll(
    '"id":',
    `"__proto__":${hostile},"constructor":{"prototype":${hostile}},"id":`,
  );
  const reading = createReader().read(JSON.parse(body));
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  for (const one of [reading, ...reading.events, ...reading.events.flatMap(({ conversation }) => conversation ?? [])])
    expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
  for (const webhook of ['__proto__', 'constructor', 'toString'])
    expect(createReader().read({ ...closedInside, webhook }).events).toMatchObject([{ type: 'vendor.other' }]);
});
