import { Hono } from 'hono';
import { ApiProblem } from '../api/api-problem.ts';
import { assumed } from './assumptions.ts';
import { authenticate } from './authenticate.ts';
import { BrevoProblem } from './brevo-problem.ts';
import { errorBody } from './error-body.ts';
import type { OauthClient } from './oauth/client.ts';
import { tokenRoute } from './oauth/token-route.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { agentOnlinePingRoute } from './routes/agent-online-ping.ts';
import { messageByIdRoutes } from './routes/by-id.ts';
import { sendRoutes } from './routes/send.ts';
import { visitorGroupRoute } from './routes/visitor-group.ts';
import type { World } from './world.ts';

export interface BrevoAppOptions {
  world: World;
  apiKey: string;
  client: OauthClient;
  /** Absent: nothing is counted and no header is sent. */
  limiter: RateLimiter | undefined;
  /** A new one for each answer. */
  requestId: () => string;
}

/** The vendor as a pure function from request to response over the state. */
export function createBrevoApp({ world, apiKey, client, limiter, requestId }: BrevoAppOptions): Hono {
  const app = new Hono();
  const { state, now } = world;

  app.onError((error, context) => {
    const status = error instanceof ApiProblem ? error.status : 500;
    const message = error instanceof ApiProblem ? error.message : `The emulator failed: ${error.message}`;
    const body = error instanceof BrevoProblem ? errorBody(status, message, error.code) : errorBody(status, message);
    context.status(status as Parameters<typeof context.status>[0]);
    return context.json(body);
  });
  app.notFound(() => {
    throw new BrevoProblem(assumed.notFound);
  });

  app.use('/v3/*', async (context, next) => {
    context.header(assumed.requestIdHeader, requestId());
    const taken = limiter?.take();
    if (taken !== undefined) {
      context.header('x-sib-ratelimit-limit', String(taken.limit));
      context.header('x-sib-ratelimit-remaining', String(taken.remaining));
      context.header('x-sib-ratelimit-reset', String(taken.resetSeconds));
    }
    if (taken?.blocked) throw new BrevoProblem(assumed.blocked);
    authenticate(context, { apiKey, state, now });
    await next();
  });

  tokenRoute({ app, state, client, now });
  const routes = { app, world };
  sendRoutes(routes);
  messageByIdRoutes(routes, 'messages');
  messageByIdRoutes(routes, 'pushedMessages');
  agentOnlinePingRoute(routes);
  visitorGroupRoute(routes);
  return app;
}
