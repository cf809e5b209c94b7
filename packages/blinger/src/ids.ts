import { invalidRequest } from '@anyinbox/core/provider';
import * as z from 'zod';

const digits = /^(?:0|[1-9]\d{0,15})$/;

/** Integers on the wire, strings in ours. */
export const wireId = z
  .union([z.int().nonnegative(), z.string().regex(digits)], { error: 'must be an integer id' })
  .transform(String);

/** An id in the input of a native call, or in the configuration: an integer, or its digits. */
export const inputId = z
  .union([z.int().nonnegative(), z.string().regex(digits)], { error: 'must be an integer id' })
  .transform(Number)
  .refine(Number.isSafeInteger, 'must be an integer id');

/** A native id as the app passed it back, as it goes over the wire: refused before any request unless it is digits. */
export function checkedId(id: string, field: string): number {
  const read = inputId.safeParse(id);
  if (read.success) return read.data;
  throw invalidRequest(`${field} is not a Blinger id, which is digits only`);
}
