import type { Context } from 'hono';

export interface OauthClient {
  clientId: string;
  clientSecret: string;
  /** Those that were granted to it. */
  scopes: readonly string[];
}

/** An error of RFC 6749 §5.2. */
export interface OauthRefusal {
  status: 400 | 401;
  error: 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';
  description: string;
}

const wrongClient: OauthRefusal = { status: 401, error: 'invalid_client', description: 'The client is not known' };

/** Undefined when the client proved who it is, by `client_secret_basic` or `client_secret_post` (vendors/brevo.md §1). */
export function refuseClient(context: Context, form: URLSearchParams, client: OauthClient): OauthRefusal | undefined {
  const authorization = context.req.header('authorization');
  const posted = form.has('client_secret');
  if (authorization !== undefined && posted) {
    return { status: 400, error: 'invalid_request', description: 'One way of client authentication, not two' };
  }
  const given = authorization === undefined ? fromForm(form) : fromBasic(authorization);
  return given?.id === client.clientId && given.secret === client.clientSecret ? undefined : wrongClient;
}

function fromForm(form: URLSearchParams): { id: string | null; secret: string | null } {
  return { id: form.get('client_id'), secret: form.get('client_secret') };
}

function fromBasic(authorization: string): { id: string; secret: string } | undefined {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: formDecoded(id), secret: formDecoded(rest.join(':')) };
}

/** RFC 6749 §2.3.1: both are form-encoded before they are joined. */
function formDecoded(text: string): string {
  return new URLSearchParams(`_=${text}`).get('_') ?? '';
}
