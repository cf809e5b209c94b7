import { readInput } from '@anyinbox/core/provider';
import * as z from 'zod';

/** `providerOptions.smartsender` of a draft. */
const schema = z.strictObject({
  /** "Priority mark" in the vendor's words: a number or a string of digits. Default: the current time in seconds. */
  watermark: z.union([z.int().nonnegative(), z.string().regex(/^\d{1,16}$/)]).optional(),
  /** Sends an image as an animation. */
  type: z.literal('animation').optional(),
});

type DraftOptions = z.output<typeof schema>;

export function draftOptions(given: unknown): DraftOptions {
  return readInput(schema, given ?? {}, 'providerOptions.smartsender');
}
