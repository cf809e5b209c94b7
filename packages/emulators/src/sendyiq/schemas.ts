import * as z from 'zod';
import { assumed } from './assumptions.ts';

/** vendors/sendyiq.md §Endpoints. */

const int32 = z
  .string()
  .regex(/^-?\d{1,10}$/, 'The value is not a whole number.')
  .transform(Number)
  .pipe(z.number().min(1).max(2_147_483_647));

export const page = int32.default(assumed.defaultPage);
export const pageSize = int32
  .default(assumed.defaultPageSize)
  .transform((size) => Math.min(size, assumed.largestPageSize));

export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'The value is not a UUID.')
  .transform((text) => text.toLowerCase());

export const status = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(z.enum(['open', 'resolved'], 'The status must be Open or Resolved.'));

export const messageBody = z.strictObject({
  text: z.string().refine((text) => text.trim() !== '', 'The text must not be empty.'),
});

export const toggleBody = z.strictObject({ enabled: z.boolean() });

const displayName = z.string().trim().min(1);

export const websiteBody = z.strictObject({
  displayName,
  aiProviderCode: z.string().optional(),
  aiModelCode: z.string().optional(),
  systemPromptOverride: z.string().optional(),
  isAgentEnabled: z.boolean().optional(),
});

export const channelPatch = z.strictObject({
  displayName: displayName.optional(),
  accessToken: z.string().optional(),
  appSecret: z.string().optional(),
  aiProviderCode: z.string().optional(),
  aiModelCode: z.string().optional(),
  systemPromptOverride: z.string().optional(),
  tokenExpiresAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'The time must be ISO 8601 with milliseconds and Z.')
    .refine((text) => !Number.isNaN(Date.parse(text)), 'There is no such time.')
    .optional(),
});
