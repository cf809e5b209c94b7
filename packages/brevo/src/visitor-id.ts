import { invalidRequest, unexpectedResponse } from '@anyinbox/core/provider';
import * as z from 'zod';

/** Conversations are addressed by their visitor: no other id of theirs is usable (vendors/brevo.md §3.3). Any string that is not blank may be one. */
export function checkedVisitorId(conversationId: string): string {
  if (conversationId.trim() !== '') return conversationId;
  throw invalidRequest('conversationId is empty: it is the id of a Brevo visitor');
}

/** To whom a message belongs: it has no other reference to its conversation (vendors/brevo.md §2.1). */
export function visitorOf(message: unknown): string {
  const read = z.object({ visitorId: z.string().min(1) }).safeParse(message);
  if (!read.success) throw unexpectedResponse('message', ['visitorId']);
  return read.data.visitorId;
}
