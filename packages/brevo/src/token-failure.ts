import type { InboxError } from '@anyinbox/core/provider';

/**
 * Why there is no token, as the call that needed it fails: nothing of it has left. A refusal of the token endpoint is one of the credentials, whatever
 * its status: RFC 6749 §5.2 has 400 for a wrong scope, and a 404 must not read as if a message were missing.
 */
export function tokenFailure(error: InboxError): InboxError {
  const { status = 0 } = error;
  const refused = status >= 400 && status < 500 && status !== 408 && status !== 429;
  if (!refused) return error.with({ outcome: 'not-sent' });
  return error.with({
    code: 'unauthorized',
    blame: 'credentials',
    outcome: 'not-sent',
    hint: 'Brevo gave no access token: check clientId, clientSecret, scopes and tokenUrl.',
  });
}
