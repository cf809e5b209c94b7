import type { VendorError } from '@anyinbox/core/provider';
import * as z from 'zod';

const failedStatus = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{3}$/)
      .transform(Number),
  ])
  .pipe(z.number().min(400).max(599));
const envelope = z.object({
  error: z.unknown().optional(),
  status: failedStatus.optional().catch(undefined),
});
const fieldName = /^[a-z]{1,20}(?:_[a-z]{1,20}){0,3}$/;

/**
 * `{ error, status }` on any HTTP status (vendors/blinger.md §Envelope and errors). The text quotes what was sent, such as an e-mail address:
 * it is not read. Of a map of fields the names are kept.
 */
export function readError(body: unknown): VendorError | undefined {
  const read = envelope.safeParse(body);
  if (!read.success) return undefined;
  const { error, status } = read.data;
  if (status === undefined && !saysSomething(error)) return undefined;
  return { status, vendorCode: fieldsOf(error) };
}

function saysSomething(error: unknown): boolean {
  if (typeof error === 'object' && error !== null) return Object.keys(error).length > 0;
  return error === true || (typeof error === 'string' && error !== '');
}

function fieldsOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || Array.isArray(error)) return undefined;
  const names = Object.keys(error).filter((name) => fieldName.test(name));
  // Core shows a code of at most six words.
  return names.length === 0 ? undefined : ['fields:', ...names.slice(0, 3)].join(' ');
}
