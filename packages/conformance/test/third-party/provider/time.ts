import * as z from 'zod';
import type { Config } from './config.ts';

/** The latest moment that a Date can hold. */
const latestMs = 8.64e15;

/** A schema that reads the vendor's Unix time, in the unit that the app says, as ISO 8601 UTC. */
export function time({ options }: Config) {
  const factor = options.timeUnit === 'seconds' ? 1000 : 1;
  return z
    .number()
    .min(0)
    .max(latestMs / factor)
    .transform((value) => new Date(value * factor).toISOString());
}
