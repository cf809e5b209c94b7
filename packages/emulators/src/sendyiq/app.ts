import { Hono } from 'hono';
import { ApiProblem } from '../api/api-problem.ts';
import { assumed } from './assumptions.ts';
import type { SendyiqEnvelope } from './envelope.ts';
import { errorBody } from './error-body.ts';
import { problem } from './request.ts';
import { channelRoutes } from './routes/channels.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { hubTokenRoute } from './routes/hub-token.ts';
import type { SendyiqState } from './state.ts';

/** vendors/sendyiq.md §Hosts and auth. */
const root = '/api/v1/store/integrations';

export interface SendyiqAppOptions {
  state: SendyiqState;
  apiKey: string;
  envelope: () => SendyiqEnvelope;
  now: () => number;
}

/** The vendor as a pure function from request to response over the state. */
export function createSendyiqApp({ state, apiKey, envelope, now }: SendyiqAppOptions): Hono {
  const app = new Hono().basePath(root);

  app.onError((error, context) => {
    const known = error instanceof ApiProblem;
    context.status((known ? error.status : 500) as Parameters<typeof context.status>[0]);
    return context.json(
      known
        ? errorBody(error.status, error.message, error.fields)
        : errorBody(500, `The emulator failed: ${error.message}`),
    );
  });
  app.notFound(() => {
    throw problem(assumed.notFound);
  });

  app.use(async (context, next) => {
    const key = context.req.header('x-api-key');
    if (key === undefined) throw problem(assumed.missingKey);
    if (key !== apiKey) throw problem(assumed.wrongKey);
    await next();
  });

  const routes = { app, state, envelope, now };
  conversationRoutes(routes, 'chat');
  conversationRoutes(routes, 'social');
  channelRoutes(routes);
  hubTokenRoute(routes);
  return app;
}
