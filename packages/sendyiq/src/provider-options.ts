import { InboxError } from '@anyinbox/core/provider';
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

/** Throws `invalid-request`, naming the fields that are wrong and never a value: some are secrets. */
export function check<S extends z.ZodType>(schema: S, place: string, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${place}.${key}: is not known`)
      : [`${[place, ...issue.path.map(String)].join('.')}: ${issue.message}`],
  );
  throw new InboxError(problems.join('; '), { code: 'invalid-request', blame: 'caller', outcome: 'not-sent' });
}
