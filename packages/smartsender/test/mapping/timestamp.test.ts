import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timestampReader } from '../../src/timestamp.ts';

const zones = [
  'UTC',
  'Europe/Kyiv',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
];

/** What a clock in the zone shows: Intl's own word, through another way than the reader's. */
function clock(instant: number, timeZone: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone });
}

describe('any time in any zone', () => {
  const readers = new Map(zones.map((zone) => [zone, timestampReader(zone)]));
  const seconds = fc.integer({ min: Date.UTC(1971, 0) / 1000, max: Date.UTC(2037, 11) / 1000 });
  /** Close to clock changes: the ends of March and October, and Samoa's lost day. */
  const nearChanges = fc
    .tuple(
      fc.constantFrom(Date.UTC(2024, 2, 31), Date.UTC(2024, 9, 27), Date.UTC(2024, 10, 3), Date.UTC(2011, 11, 30)),
      fc.integer({ min: -172_800, max: 172_800 }),
    )
    .map(([day, offset]) => day / 1000 + offset);

  test('is read as an instant at which the clock shows it', () => {
    fc.assert(
      fc.property(fc.oneof(seconds, nearChanges), fc.constantFrom(...zones), (second, zone) => {
        const shown = clock(second * 1000, zone);
        const read = readers.get(zone)?.(shown) ?? '';
        expect(clock(Date.parse(read), zone)).toBe(shown);
        // Of an hour that comes twice it is the first.
        const difference = second * 1000 - Date.parse(read);
        expect(difference).toBeGreaterThanOrEqual(0);
        expect(difference).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('where clocks change', () => {
  const kyiv = timestampReader('Europe/Kyiv');

  test.each([
    ['winter', '2024-01-15 12:00:00', '2024-01-15T10:00:00.000Z'],
    ['summer', '2024-07-15 12:00:00', '2024-07-15T09:00:00.000Z'],
    ['the last second before the gap', '2024-03-31 02:59:59', '2024-03-31T00:59:59.000Z'],
    ['a time in the gap', '2024-03-31 03:30:00', '2024-03-31T01:30:00.000Z'],
    ['the first second after the gap', '2024-03-31 04:00:00', '2024-03-31T01:00:00.000Z'],
    ['before the hour that comes twice', '2024-10-27 02:59:59', '2024-10-26T23:59:59.000Z'],
    ['the hour that comes twice: its first coming', '2024-10-27 03:30:00', '2024-10-27T00:30:00.000Z'],
    ['after the hour that comes twice', '2024-10-27 04:00:00', '2024-10-27T02:00:00.000Z'],
  ])('%s', (_, local, expected) => {
    expect(kyiv(local)).toBe(expected);
  });

  test('a day that Samoa never had counts from before the change', () => {
    expect(timestampReader('Pacific/Apia')('2011-12-30 12:00:00')).toBe('2011-12-30T22:00:00.000Z');
  });
});

describe('forms', () => {
  const utc = timestampReader('UTC');
  const kyiv = timestampReader('Europe/Kyiv');

  test('the documented one', () => {
    expect(utc('2019-10-23 16:16:38')).toBe('2019-10-23T16:16:38.000Z');
  });

  test.each([
    ['2019-10-23T16:16:38Z', '2019-10-23T16:16:38.000Z'],
    ['2019-10-23T16:16:38.250+03:00', '2019-10-23T13:16:38.250Z'],
    ['2019-10-23T16:16:38', '2019-10-23T13:16:38.000Z'],
  ])('%s: a zone that is there is believed', (text, expected) => {
    expect(kyiv(text)).toBe(expected);
  });

  test.each([
    '',
    'yesterday',
    '2019-10-23',
    '0000-00-00 00:00:00',
    '2019-02-30 00:00:00',
    '2019-13-01 00:00:00',
    '2019-10-23 24:00:00',
    '2019-10-23 16:60:00',
    '2019-10-23 16:16:60',
    '2019-10-23 16:16:38 UTC',
    '2019-10-23T16:16:38+25:00',
    '1571847398',
    '1899-12-31 23:59:59',
    '9999-12-31 23:59:59',
    ' 2019-10-23 16:16:38',
    '2019-10-23 16:16:38\n',
  ])('%j is no time', (text) => {
    expect(utc(text)).toBeUndefined();
    expect(kyiv(text)).toBeUndefined();
  });

  test('any text is a time or none, and nothing is thrown', () => {
    const shaped = fc.stringMatching(/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), shaped), (text) => {
        const read = kyiv(text);
        if (read !== undefined) expect(new Date(read).toISOString()).toBe(read);
      }),
      { numRuns: 1_000 },
    );
  });
});
