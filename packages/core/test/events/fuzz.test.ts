import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, eventfulTenants, messageOf, received } from '../support/eventful-vendor.ts';

/** `pnpm torture` asks for 100,000. */
const runs = Number(process.env['ANYINBOX_TORTURE_FUZZ'] ?? 2000);

const authentic = JSON.stringify({ events: [received('c1', messageOf('m1', 'Hello "you"', at(1)))] });
/** A piece of a real body taken out, doubled, or replaced by something. */
const mutated = fc
  .tuple(
    fc.nat(authentic.length),
    fc.nat(40),
    fc.oneof(fc.string(), fc.constantFrom('__proto__', '"', '{', '[', '\\u0000', '-1e999')),
  )
  .map(([start, length, piece]) => authentic.slice(0, start) + piece + authentic.slice(start + length));
const bodies = fc.oneof(
  mutated,
  fc.json(),
  fc.string(),
  fc.constantFrom(
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"events":[{}]}',
    '{"hints":[{}]}',
  ),
);

test(
  'no body crashes, hangs, pollutes or vanishes',
  async () => {
    const { post, store } = eventfulTenants();
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(bodies, async (text) => {
        const answer = await post(text);
        expect([200, 400, 503]).toContain(answer.status);
        if (answer.status === 200) taken++;
      }),
      { numRuns: runs },
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(taken).toBeGreaterThan(runs / 2);
    expect(Number(await store.head())).toBeGreaterThan(0);
  },
  60_000 + runs * 5,
);
