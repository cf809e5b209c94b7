import { type Call, InboxError, unexpectedResponse, type VendorRequest } from '@anyinbox/core/provider';
import * as z from 'zod';

/** Makes a change that the vendor answers with `{ state }`. Only `true` is success (vendors/smartsender.md §Errors). */
export async function mutate(call: Call, request: Omit<VendorRequest<unknown>, 'response'>): Promise<void> {
  requireDone(await call.request({ ...request, response: z.unknown() }));
}

function requireDone(body: unknown): void {
  const state = z.object({ state: z.boolean() }).safeParse(body);
  if (!state.success) throw unexpectedResponse('body', ['state']).with({ outcome: 'unknown' });
  if (!state.data.state) throw refusal();
}

function refusal(): InboxError {
  return new InboxError('The vendor did not carry it out: it answered with the state false', {
    code: 'conflict',
    blame: 'vendor',
    outcome: 'not-sent',
  });
}
