import { unexpectedResponse } from '@anyinbox/core/provider';
import * as z from 'zod';
import { redact } from './redact.ts';

/** What every request parses its answer with: anything, without its secrets. */
export const answer = z.unknown().transform(redact);

const success = z.object({ status: z.int().min(200).max(299), data: z.unknown().optional() });

/** What a success carries: `{ status: 200, data }` (vendors/blinger.md §Envelope and errors). Without that status nothing says that it is one. */
export function dataOf(body: unknown): unknown {
  const result = success.safeParse(body);
  if (!result.success) throw unexpectedResponse('body', result.error.issues[0]?.path ?? []);
  return result.data.data;
}
