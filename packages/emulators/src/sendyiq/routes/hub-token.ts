import { assumed, type SendyiqHubToken } from '../assumptions.ts';
import { wrapSingle } from '../envelope.ts';
import type { RouteContext } from '../route-context.ts';
import { takeHex } from '../state.ts';

/** A short-lived token for the hub (vendors/sendyiq.md §Endpoints). */
export function hubTokenRoute({ app, state, envelope, now }: RouteContext): void {
  app.post('/chat/hub-token', (context) => {
    const expires = now() + assumed.hubTokenLifetimeMs;
    const token = `emulated-hub-token.${takeHex(state)}`;
    state.hubTokens[token] = expires;
    const answer: SendyiqHubToken = { token, expiresAt: new Date(expires).toISOString() };
    return context.json(wrapSingle(envelope(), answer) as Record<string, unknown>);
  });
}
