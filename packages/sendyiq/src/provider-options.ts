import * as z from 'zod';

const code = z.string({ error: 'must be a string' });
const token = code.min(1, { error: 'must not be empty' });

const ai = { aiProviderCode: code.optional(), aiModelCode: code.optional(), systemPromptOverride: code.optional() };

/** What the vendor can set on a channel beyond the common fields (vendors/sendyiq.md §Endpoints). */
export const channelOptions = z.strictObject({
  ...ai,
  accessToken: token.optional(),
  appSecret: token.optional(),
  /** Any ISO 8601 time; the vendor's sample has milliseconds and Z. */
  tokenExpiresAt: z.iso
    .datetime({ offset: true, error: 'must be an ISO 8601 date-time with a zone' })
    .transform((time) => new Date(time).toISOString())
    .optional(),
});

export const websiteOptions = z.strictObject(ai);

export const noOptions = z.strictObject({});

/** The vendor's own creation of a website channel, in its words. */
export const websiteBody = z.strictObject({
  displayName: token,
  ...ai,
  isAgentEnabled: z.boolean({ error: 'must be true or false' }).optional(),
});
