import { InboxError } from '@anyinbox/core';
import type { ConnectContext, Drift } from '@anyinbox/core/provider';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepted } from './provider/accepted.ts';
import { type Config, config } from './provider/config.ts';
import { letterMapper } from './provider/map-letter.ts';
import { loftMapper } from './provider/map-loft.ts';
import { remarkMapper } from './provider/map-remark.ts';
import { flockMapper, keeperMapper } from './provider/map-staff.ts';
import { threadMapper } from './provider/map-thread.ts';
import { secretMark, seed } from './vendor/seed.ts';

const drift: Drift[] = [];
const context: ConnectContext<Config> = {
  config: config.parse({ credentials: { key: 'k' } }),
  normalize: {},
  reportDrift: (one) => drift.push(one),
  now: Date.now,
};
const vendor = seed();
const mappers: readonly (readonly [string, (raw: unknown) => object, readonly object[]])[] = [
  ['thread', threadMapper(context), vendor.threads],
  ['letter', letterMapper(context), vendor.letters],
  ['remark', remarkMapper(context), vendor.remarks],
  ['loft', loftMapper(context), vendor.lofts],
  ['keeper', keeperMapper(context), vendor.keepers],
  ['flock', flockMapper(context), vendor.flocks],
];

describe.each(mappers)('a %s', (_name, map, rows) => {
  it('is mapped without drift and without a secret', () => {
    drift.length = 0;
    expect(JSON.stringify(rows.map(map))).not.toContain(secretMark);
    expect(drift).toEqual([]);
  });

  it('of any other shape is mapped or unexpected, nothing else', () => {
    const changed = fc
      .dictionary(fc.constantFrom(...Object.keys(rows[0] ?? {})), fc.jsonValue())
      .map((fields) => ({ ...rows[0], ...fields }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), changed), (raw) => {
        try {
          map(raw);
        } catch (error) {
          expect(InboxError.isInstance(error) && error.code).toBe('unexpected-response');
        }
      }),
    );
  });
});

it('says that it was sent when the answer to a send cannot be read', () => {
  const map = letterMapper(context);
  const reading = () => accepted(() => map({ key: 'lt_1' }));
  expect(reading).toThrow(expect.objectContaining({ code: 'unexpected-response', outcome: 'sent' }));
});
