import { type Call, InboxError, Secret } from '@anyinbox/core/provider';
import * as z from 'zod';
import { answerFields } from './assumptions/index.ts';
import { findText } from './envelope.ts';

/**
 * A short-lived token for the hub of conversations; its lifetime is UNKNOWN (vendors/sendyiq.md §Endpoints). Only this token may be put into a
 * WebSocket URL, never the API key (§Real time).
 */
export async function hubToken(_input: undefined, call: Call): Promise<Secret> {
  const body = await call.request({
    method: 'POST',
    path: '/chat/hub-token',
    // It changes nothing: asking again only gives another token.
    effect: 'write',
    response: z.unknown(),
  });
  const token = typeof body === 'string' && body.trim() !== '' ? body : findText(body, answerFields.hubToken.spellings);
  if (token !== undefined) return new Secret(token);
  throw new InboxError("The vendor's answer holds no recognisable hub token", {
    code: 'unexpected-response',
    blame: 'vendor',
  });
}
