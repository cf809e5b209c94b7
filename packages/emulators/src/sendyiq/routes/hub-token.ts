import { assumed, type SendyiqHubToken } from '../assumptions.ts';
import { wrapSingle } from '../envelope.ts';
import type { RouteContext } from '../route-context.ts';
import { takeHex } from '../state.ts';

/** A short-lived token for the hub (vendors/sendyiq.md §Endpoints). The emulator has no hub yet. */
export function hubTokenRoute({ app, state, envelope, now }: RouteContext): void {
  app.post('/chat/hub-token', (context) => {
    const answer: SendyiqHubToken = {
      token: `emulated-hub-token.${takeHex(state)}`,
      expiresAt: new Date(now() + assumed.hubTokenLifetimeMs).toISOString(),
    };
    return context.json(wrapSingle(envelope(), answer) as Record<string, unknown>);
  });
}
