import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createMemoryStore, type LogEntry } from '@anyinbox/core';
import type { NativeEvent } from '@anyinbox/core/provider';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { postTo, tenantsOf } from '../support/event-tenants.ts';
import { createVendor, eventfulProvider, secret } from '../support/eventful-vendor.ts';

/** `pnpm torture` asks for 100,000. */
const runs = Number(process.env['ANYINBOX_TORTURE_FUZZ'] ?? 2000);
const seed = Number(process.env['ANYINBOX_TORTURE_SEED'] ?? 7);
const megabytes = 1_048_576;

/** What this vendor sends, so that a body is either that or something else. */
const known = z.object({ id: z.string(), chat: z.string(), text: z.string() });
const plain = eventfulProvider(createVendor());
const provider = {
  ...plain,
  webhooks: {
    ...plain.webhooks,
    read(body: unknown): { events: readonly NativeEvent[] } {
      const { id, chat, text } = known.parse(body);
      const message = { nativeId: id, direction: 'inbound', text } as const;
      const conversation = { nativeId: chat, contact: { id: chat, attributes: body as Record<string, unknown> } };
      return { events: [{ type: 'message.received', key: id, conversationId: chat, message, conversation }] };
    },
  },
};

const authentic = fc
  .record({ id: fc.string(), chat: fc.string(), text: fc.string({ maxLength: 2000 }), more: fc.jsonValue() })
  .map((body) => JSON.stringify(body));
const broken = fc
  .tuple(
    authentic,
    fc.nat(400),
    fc.nat(30),
    fc.constantFrom('', '"', '{', ']', '\\', '"__proto__":', '"constructor":', '\0'),
  )
  .map(([text, start, length, piece]) => text.slice(0, start) + piece + text.slice(start + length));
const hostile = fc
  .tuple(fc.constantFrom('[', '{"a":', '"', '\\u0000', '1', ' '), fc.nat(200_000))
  .map(([piece, count]) => piece.repeat(count / piece.length));
const polluting = fc.constantFrom(
  '{"id":"a","chat":"__proto__","text":"x","__proto__":{"polluted":1}}',
  '{"id":"__proto__","chat":"constructor","text":"x","constructor":{"prototype":{"polluted":1}}}',
  '{"id":"toString","chat":"c","text":"x","more":{"__proto__":{"toString":1}}}',
);
const bodies = fc.oneof(
  { weight: 4, arbitrary: authentic },
  { weight: 6, arbitrary: broken },
  { weight: 1, arbitrary: hostile },
  { weight: 1, arbitrary: polluting },
);

test(
  'whatever a verified body is, it is written as what it says or kept as it is, and nothing else stays behind of it',
  async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const before = Object.getOwnPropertyNames(Object.prototype);
    let written: readonly LogEntry[] = [];
    // It keeps nothing: what grows is ours.
    const store = {
      ...createMemoryStore(),
      async ingest({ entries }: { entries: readonly LogEntry[] }) {
        written = entries;
        for (const { changes } of entries) for (const change of changes) change.merge(undefined);
        return { accepted: entries.map(({ event }) => event.id) };
      },
    };
    const connections = [{ id: 'mail', provider: 'eventful', credentials: {}, webhook: { secrets: [secret] } }];
    const { tenants } = tenantsOf([provider as never], { tenants: { acme: { connections } } }, { store });
    const post = async (text: string) => {
      written = [];
      const { status } = await postTo(tenants, `/acme/mail/${secret}`, text);
      // Vitest's own would keep something of each of these.
      assert.equal(status, text === '' ? 400 : 200);
      if (text === '') return;
      assert.equal(written.length, 1);
      const { type, data } = (written[0] as LogEntry).event;
      if (type === 'message.received') assert.equal(data.message?.text, (JSON.parse(text) as { text: string }).text);
      else assert.ok(type === 'vendor.other' && 'raw' in data);
    };
    await fc.assert(fc.asyncProperty(bodies, post), { numRuns: Math.min(runs, 200), seed });
    collect();
    const start = process.memoryUsage().heapUsed;
    await fc.assert(fc.asyncProperty(bodies, post), { numRuns: runs, seed: seed + 1 });
    const kept = () => {
      collect();
      return (process.memoryUsage().heapUsed - start) / megabytes;
    };
    // What requests were made of is let go by and by, once the loop comes to it.
    for (let tries = 0; tries < 20 && kept() >= 20; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(kept()).toBeLessThan(20);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
  60_000 + runs * 5,
);
