import { describe, expect, it } from 'vitest';
import { readRemaining, readRetryAfter } from '../../src/http/retry-after.ts';

const facts = { resetHeader: { name: 'x-reset', unit: 'seconds' }, remainingHeader: 'x-left' } as const;
const now = Date.UTC(2026, 0, 1);

describe('readRetryAfter', () => {
  it.each([
    [{ 'x-reset': '7' }, 7000],
    [{ 'x-reset': '7', 'retry-after': '1' }, 7000],
    [{ 'x-reset': 'soon', 'retry-after': '2' }, 2000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:03 GMT' }, 3000],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ 'retry-after': '99999999' }, 86_400_000],
    [{ 'retry-after': '-5' }, 0],
    [{ 'retry-after': 'whenever' }, undefined],
    [{}, undefined],
  ])('reads %j', (headers, expected) => {
    const known = headers as Record<string, string>;
    // '-5' is a date to some engines and nonsense to others; either way nobody waits for the past.
    const read = readRetryAfter(known, facts, now);
    if (known['retry-after'] === '-5') expect(read ?? 0).toBe(0);
    else expect(read).toBe(expected);
  });

  it('reads milliseconds where the vendor counts in them, and needs no facts', () => {
    expect(readRetryAfter({ 'x-reset': '7' }, { resetHeader: { name: 'x-reset', unit: 'milliseconds' } }, now)).toBe(7);
    expect(readRetryAfter({ 'retry-after': '1' }, undefined, now)).toBe(1000);
  });
});

describe('readRemaining', () => {
  it.each([
    ['179', 179],
    [' 0 ', 0],
    ['179/180', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('reads %j', (value, expected) => {
    expect(readRemaining({ 'x-left': value }, facts)).toBe(expected);
  });

  it('is silent when the vendor is', () => {
    expect(readRemaining({}, facts)).toBeUndefined();
    expect(readRemaining({ 'x-left': '1' }, undefined)).toBeUndefined();
  });
});
