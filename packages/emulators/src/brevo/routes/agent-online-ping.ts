import { agentOf } from '../agent-of.ts';
import { assumed } from '../assumptions.ts';
import { bodyOf } from '../request.ts';
import { type RouteContext, root } from '../route-context.ts';
import { pingBody } from '../schemas.ts';

export function agentOnlinePingRoute({ app, world }: RouteContext): void {
  app.post(`${root}/agentOnlinePing`, async (context) => {
    const agent = agentOf(world.state, await bodyOf(context, pingBody));
    agent.onlineUntil = world.now() + assumed.onlineMs;
    return context.body(null, 201);
  });
}
