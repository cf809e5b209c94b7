import type { Context } from 'hono';
import { assumed } from './assumptions.ts';
import { BrevoProblem } from './brevo-problem.ts';
import type { BrevoState } from './state.ts';

export interface Credentials {
  apiKey: string;
  state: BrevoState;
  now: () => number;
}

/** `api-key`, or a bearer token whose scopes cover the method: `:read` for GET, `:write` for all others, neither implies the other. */
export function authenticate(context: Context, { apiKey, state, now }: Credentials): void {
  const key = context.req.header('api-key');
  if (key !== undefined) {
    if (key !== apiKey) throw new BrevoProblem(assumed.wrongKey);
    return;
  }
  const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (bearer === undefined) throw new BrevoProblem(assumed.missingCredential);
  const access = state.accessTokens.find(({ token }) => token === bearer);
  if (access === undefined || access.expiresAt <= now()) throw new BrevoProblem(assumed.wrongBearer);
  const scope = context.req.method === 'GET' ? 'conversations:read' : 'conversations:write';
  if (access.scopes.includes(scope)) return;
  throw new BrevoProblem({ ...assumed.missingScope, message: `${assumed.missingScope.message} ${scope}` });
}
