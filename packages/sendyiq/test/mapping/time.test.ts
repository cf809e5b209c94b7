import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { time } from '../../src/time.ts';

describe('time', () => {
  it.each([
    ['2026-03-01T10:00:00.000Z', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:00', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:00.1234567', '2026-03-01T10:00:00.123Z'],
    ['2026-03-01T10:00:00.5+02:00', '2026-03-01T08:00:00.500Z'],
    ['2026-03-01T10:00:00-0530', '2026-03-01T15:30:00.000Z'],
    ['2026-03-01 10:00', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01 10:00:00 z', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    [1_772_359_200, '2026-03-01T10:00:00.000Z'],
    [1_772_359_200_123, '2026-03-01T10:00:00.123Z'],
    [0, '1970-01-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00', null],
    ['2026-13-01T10:00:00Z', undefined],
    ['yesterday', undefined],
    ['01.03.2026', undefined],
    ['', undefined],
    [-1, undefined],
    [Number.NaN, undefined],
    [1e300, undefined],
    [253_402_300_800_000, undefined],
    [null, undefined],
    [{}, undefined],
    [true, undefined],
  ])('%j is %j', (value, expected) => {
    expect(time(value)).toBe(expected);
  });

  it('reads every moment back that it writes', () => {
    const moment = fc.integer({ min: 0, max: 253_402_300_799_999 });
    fc.assert(fc.property(moment, (ms) => time(new Date(ms).toISOString()) === new Date(ms).toISOString()));
  });

  it('throws for no value', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.double(), fc.jsonValue()), (value) => time(value) !== 'never'));
  });
});
