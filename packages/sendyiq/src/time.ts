import { times } from './assumptions/index.ts';

const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)? ?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A time as ISO 8601 UTC with milliseconds; undefined when it cannot be read. Null for the year 1: it is what .NET writes for a time that was
 * never set (vendors/sendyiq.md §Pagination: the server is ASP.NET).
 */
export function time(value: unknown): string | null | undefined {
  if (typeof value === 'number') return instant(value <= times.largestSeconds ? value * 1000 : value);
  const match = typeof value === 'string' ? iso.exec(value) : null;
  if (match === null) return undefined;
  const [, date = '', minutes = '00:00', seconds = '00', fraction = '', zone = times.zone] = match;
  if (date.startsWith('0001-')) return null;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  return instant(Date.parse(`${date}T${minutes}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`));
}

function instant(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  const readable = milliseconds >= 0 && !Number.isNaN(date.getTime()) && date.getUTCFullYear() <= 9999;
  return readable ? date.toISOString() : undefined;
}
