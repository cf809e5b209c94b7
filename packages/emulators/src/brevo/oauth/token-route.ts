import type { Context, Hono } from 'hono';
import { assumed } from '../assumptions.ts';
import { type BrevoState, takeHash } from '../state.ts';
import { type OauthClient, type OauthRefusal, refuseClient } from './client.ts';

export const tokenPath = '/realms/partner/oauth/token';

export interface TokenRouteOptions {
  app: Hono;
  state: BrevoState;
  client: OauthClient;
  now: () => number;
}

/** The token endpoint, for machines only: `grant_type=client_credentials` (vendors/brevo.md §1). */
export function tokenRoute({ app, state, client, now }: TokenRouteOptions): void {
  app.post(tokenPath, async (context) => {
    context.header('cache-control', 'no-store');
    const type = context.req.header('content-type') ?? '';
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
      return refused(context, { status: 400, error: 'invalid_request', description: 'The body must be form-encoded' });
    }
    const form = new URLSearchParams(await context.req.text());
    const refusal = refuseClient(context, form, client) ?? refuseGrant(form, client);
    if (refusal !== undefined) return refused(context, refusal);

    const scopes = requestedScopes(form, client);
    const token = `emulated-access-token.${takeHash(state).toString('hex').slice(0, 40)}`;
    state.accessTokens.push({ token, scopes, expiresAt: now() + assumed.accessTokenLifetimeMs });
    return context.json({
      access_token: token,
      token_type: 'Bearer',
      expires_in: assumed.accessTokenLifetimeMs / 1000,
      scope: scopes.join(' '),
    });
  });
}

function refuseGrant(form: URLSearchParams, client: OauthClient): OauthRefusal | undefined {
  const grant = form.get('grant_type');
  if (grant === null) return { status: 400, error: 'invalid_request', description: 'grant_type is missing' };
  if (grant !== 'client_credentials') {
    return { status: 400, error: 'unsupported_grant_type', description: 'Only client_credentials is emulated' };
  }
  const foreign = requestedScopes(form, client).find((scope) => !client.scopes.includes(scope));
  if (foreign === undefined) return undefined;
  return { status: 400, error: 'invalid_scope', description: 'A scope was not granted to the client' };
}

function requestedScopes(form: URLSearchParams, client: OauthClient): string[] {
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  return scopes.length === 0 ? [...client.scopes] : scopes;
}

function refused(context: Context, { status, error, description }: OauthRefusal): Response {
  if (status === 401) context.header('www-authenticate', 'Basic realm="partner"');
  return context.json({ error, error_description: description }, status);
}
