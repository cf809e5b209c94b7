import { readInput } from '@anyinbox/core/provider';
import * as z from 'zod';
import { filled } from './forms.ts';

/** `providerOptions.brevo` of a draft. */
const schema = z.strictObject({
  /** The vendor's id of a group, in whose name an automated message is pushed. */
  groupId: filled().optional(),
  /** Instead of the connection's marker, for a message that is not automated. */
  receivedFrom: filled().optional(),
});

type DraftOptions = z.output<typeof schema>;

export function draftOptions(given: unknown): DraftOptions {
  return readInput(schema, given ?? {}, 'providerOptions.brevo');
}
