import { baseUrl, type ConnectContext, secret } from '@anyinbox/core/provider';
import * as z from 'zod';
import { paging, statusValues } from './assumptions/index.ts';

/** vendors/sendyiq.md §Hosts and auth: the header is `X-API-Key: <keyId>.<secret>`. */
const apiKey = secret().refine((key) => /^[^.]+\..+$/.test(key.reveal()), 'must have the form <keyId>.<secret>');

const statusValue = z.string({ error: 'must be a string' }).min(1, 'must not be empty');

const options = z.strictObject({
  environment: z.enum(['production', 'staging'], { error: "must be 'production' or 'staging'" }).default('production'),
  /** Wins over `environment`. The vendor's paths are below it. */
  baseUrl: baseUrl().optional(),
  /** The number of the first page. */
  firstPage: z.literal([0, 1], { error: 'must be 0 or 1' }).default(paging.firstPage),
  /** What the vendor's filter `Status` calls them. */
  statusValues: z
    .strictObject({ open: statusValue.default(statusValues.open), closed: statusValue.default(statusValues.closed) })
    .prefault({}),
});

export const config = z.strictObject({ credentials: z.strictObject({ apiKey }), options: options.prefault({}) });

export type Config = z.output<typeof config>;
export type Context = ConnectContext<Config>;
