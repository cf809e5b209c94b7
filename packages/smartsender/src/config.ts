import { baseUrl, secret } from '@anyinbox/core/provider';
import * as z from 'zod';
import { assumedTimeZone } from './assumptions.ts';

/** vendors/smartsender.md §Auth, base URL, limits. */
const defaultBaseUrl = 'https://api.smartsender.com';

const timeZone = z
  .string({ error: 'must be a string' })
  .refine(isTimeZone, 'must be an IANA time zone, such as Europe/Kyiv');

export const config = z.strictObject({
  credentials: z.strictObject({
    /** The project's token, from its Integrations tab. */
    token: secret(),
  }),
  options: z
    .strictObject({
      baseUrl: baseUrl().default(defaultBaseUrl),
      /** The zone of the vendor's times, which carry none. */
      timeZone: timeZone.default(assumedTimeZone),
      /** Whether `messages.list` shows what happened (hand-overs, subscriptions) besides what was said. */
      activities: z.boolean({ error: 'must be true or false' }).default(true),
    })
    .prefault({}),
});

export type SmartsenderConfig = z.output<typeof config>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
