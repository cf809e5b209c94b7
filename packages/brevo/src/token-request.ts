import { Secret, secret, type VendorRequest } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { BrevoConfig } from './config.ts';
import type { ClientCredentials } from './credentials.ts';

/** vendors/brevo.md §1: below the origin of the API. */
const tokenPath = '/realms/partner/oauth/token';

const response = z.object({
  access_token: secret(),
  /** Seconds. */
  expires_in: z.number().positive().optional().catch(undefined),
});

export type TokenAnswer = z.output<typeof response>;

/** Asks for a token by the grant `client_credentials`. Undefined for a connection that has an API key. */
export function tokenRequest({ credentials, options }: BrevoConfig): VendorRequest<TokenAnswer> | undefined {
  if ('apiKey' in credentials) return undefined;
  const url = new URL(options.tokenUrl ?? new URL(options.baseUrl).origin + tokenPath);
  return {
    method: 'POST',
    baseUrl: url.origin,
    path: url.pathname,
    headers: { authorization: { prefix: 'Basic ', secret: basic(credentials) } },
    body: { grant_type: 'client_credentials', scope: credentials.scopes?.join(' ') },
    encoding: 'form',
    // Asking twice does no harm, and at another place than the API it takes nothing of its budget.
    effect: 'read',
    response,
  };
}

/** RFC 6749 §2.3.1: form-encoded, then joined. */
function basic({ clientId, clientSecret }: ClientCredentials): Secret {
  const encoded = [clientId, clientSecret].map((part) =>
    new URLSearchParams({ '': part.reveal() }).toString().slice(1),
  );
  return new Secret(Buffer.from(encoded.join(':')).toString('base64'));
}
