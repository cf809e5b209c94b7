import { smallestMilliseconds } from './assumptions.ts';
import type { TimestampReader } from './timestamp.ts';

const latestDate = 8_640_000_000_000_000;

/** When a message was deleted: seconds or milliseconds since the epoch, or a time as everywhere else. Undefined for anything else. */
export function deletionTime(value: unknown, readTime: TimestampReader): string | undefined {
  if (typeof value === 'string' && !/^\d+$/.test(value)) return readTime(value);
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !(number > 0)) return undefined;
  const milliseconds = number < smallestMilliseconds ? number * 1000 : number;
  return milliseconds <= latestDate ? new Date(milliseconds).toISOString() : undefined;
}
