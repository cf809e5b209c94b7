import { baseUrl, secret } from '@anyinbox/core/provider';
import * as z from 'zod';

export const config = z.strictObject({
  credentials: z.strictObject({ key: secret() }),
  options: z
    .strictObject({
      baseUrl: baseUrl().default('https://api.pigeon.example'),
      /** The manual does not say it: see `assumptions.ts`. */
      timeUnit: z.enum(['seconds', 'milliseconds']).default('seconds'),
    })
    .prefault({}),
});

export type Config = z.output<typeof config>;
