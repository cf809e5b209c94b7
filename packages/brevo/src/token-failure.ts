import type { InboxError } from '@anyinbox/core/provider';

/** RFC 6749 §5.2. */
const knownCodes = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);

/**
 * Why there is no token, as the call that needed it fails: nothing of it has left. A refusal of the token endpoint is one of the credentials, whatever
 * its status: 400 is a wrong scope (vendors/brevo.md §1), and a 404 must not read as if a message were missing. Of the vendor's words only known ones
 * are kept: whatever repeats the client's secret could not be told from a code, because the secret was sent encoded.
 */
export function tokenFailure(error: InboxError): InboxError {
  const { status = 0, vendorCode = '' } = error;
  const failure = error.with({
    outcome: 'not-sent',
    vendorCode: knownCodes.has(vendorCode) ? vendorCode : undefined,
    requestId: undefined,
  });
  const refused = status >= 400 && status < 500 && status !== 408 && status !== 429;
  if (!refused) return failure;
  return failure.with({
    code: 'unauthorized',
    blame: 'credentials',
    hint: 'Brevo gave no access token: check clientId, clientSecret, scopes and tokenUrl.',
  });
}
