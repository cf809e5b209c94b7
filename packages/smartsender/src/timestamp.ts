/** Reads a vendor's time as ISO 8601 UTC; undefined for anything that is not one. */
export type TimestampReader = (text: string) => string | undefined;

const local = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})$/;
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const dayMs = 86_400_000;

/**
 * Times are `YYYY-MM-DD HH:MM:SS` without a zone (vendors/smartsender.md §Objects): they are read in `timeZone`. Where clocks go back, a time
 * that comes twice is the first of the two; where they go forward, one that never comes counts from before the change. A time that does
 * carry a zone is believed. One Intl formatter lives as long as the reader, because making one costs a hundred times as much as using it.
 */
export function timestampReader(timeZone: string): TimestampReader {
  const offsetAt = zoneOffset(timeZone);
  return (text) => {
    const wall = wallClock(text);
    const instant = wall === undefined ? zonedInstant(text) : instantOf(wall, offsetAt);
    return instant === undefined ? undefined : new Date(instant).toISOString();
  };
}

type OffsetAt = (instant: number) => number;

/** The reading of the clock as if it hung in Greenwich, in milliseconds. Undefined if no calendar has it. */
function wallClock(text: string): number | undefined {
  const match = local.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const exists = year >= 1900 && year < 9999 && new Date(wall).toISOString().slice(0, 19) === text.replace(' ', 'T');
  return exists ? wall : undefined;
}

function zonedInstant(text: string): number | undefined {
  const instant = zoned.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

/** A day to each side lies beyond any offset, so the two offsets are those before and after whatever change is near. */
function instantOf(wall: number, offsetAt: OffsetAt): number {
  const before = offsetAt(wall - dayMs);
  const after = offsetAt(wall + dayMs);
  const first = wall - before;
  if (before === after || offsetAt(first) === before) return first;
  const second = wall - after;
  return offsetAt(second) === after ? second : first;
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function zoneOffset(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  if (format.resolvedOptions().timeZone === 'UTC') return () => 0;
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  };
}
