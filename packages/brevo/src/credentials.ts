import { secret } from '@anyinbox/core/provider';
import * as z from 'zod';
import { oneForm } from './forms.ts';

/** vendors/brevo.md §1: an API key in the header `api-key`, or a bearer token by the OAuth grant `client_credentials`. */
const apiKeyForm = z.strictObject({
  /** `xkeysib-…`. */
  apiKey: secret(),
});

const clientForm = z.strictObject({
  clientId: secret(),
  clientSecret: secret(),
  /** Of the token: `conversations:read` to GET, `conversations:write` for everything else. Default: what the client was granted. */
  scopes: z
    .array(z.string({ error: 'must be a string' }).regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'is not a scope'), {
      error: 'must be a list',
    })
    .min(1, 'must not be empty')
    .readonly()
    .optional(),
});

export const credentials = oneForm([apiKeyForm, clientForm], 'must be { apiKey } or { clientId, clientSecret }');

export type BrevoCredentials = z.output<typeof credentials>;
export type ClientCredentials = z.output<typeof clientForm>;
