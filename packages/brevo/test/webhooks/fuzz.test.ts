import { brevo } from '@anyinbox/brevo';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fragment, started, transcript } from '../fixtures/webhooks.ts';
import { openDesk } from '../support/desk.ts';

/** `pnpm torture` asks for 100,000. */
const runs = Number(process.env['ANYINBOX_TORTURE_FUZZ'] ?? 500);

const samples = brevo.webhooks?.samples({ conversationId: 'v1', text: 'Is it in stock?', now: 0 }) ?? [];
const authentic = [started, fragment, transcript, ...samples.map(({ body }) => body)].map((body) =>
  JSON.stringify(body),
);
const piece = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('"__proto__":{"polluted":1},', '"constructor":', '"', '{', ']', '\\', '\\u0000', '1e999', 'null', ''),
);
/** A piece of a real body is taken out, doubled or replaced, once or several times. */
const mutated = fc
  .tuple(fc.constantFrom(...authentic), fc.array(fc.tuple(fc.nat(), fc.nat(60), piece), { minLength: 1, maxLength: 4 }))
  .map(([text, changes]) =>
    changes.reduce((now, [at, length, put]) => {
      const start = at % (now.length + 1);
      return now.slice(0, start) + put + now.slice(start + length);
    }, text),
  );

test(
  'no body, whatever became of it, is refused, lost, or leaves anything behind',
  async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    let { post, logged } = openDesk();
    let posted = 0;
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        if (text === '') return;
        // A log that grows without end is no use in a test of bodies.
        if (++posted % 500 === 0) ({ post, logged } = openDesk());
        expect((await post(text)).status).toBe(200);
        expect((await logged()).length, 'it left nothing').toBeGreaterThan(0);
      }),
      { numRuns: runs },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
  60_000 + runs * 5,
);
