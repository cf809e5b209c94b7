import { Hono } from 'hono';
import { ApiProblem } from '../api/api-problem.ts';
import { assumed } from './assumptions.ts';
import { errorBody } from './error-body.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { problem } from './request.ts';
import { channelRoutes } from './routes/channels.ts';
import { chatRoutes } from './routes/chats.ts';
import { contactRoutes } from './routes/contacts.ts';
import { gateRoutes } from './routes/gates.ts';
import { noteRoutes } from './routes/notes.ts';
import { operatorRoutes } from './routes/operators.ts';
import { sendRoute } from './routes/send.ts';
import type { SmartsenderState } from './state.ts';

export interface SmartsenderAppOptions {
  state: SmartsenderState;
  token: string;
  now: () => number;
  /** Absent: nothing is counted and no header is sent. */
  limiter: RateLimiter | undefined;
}

/** The vendor as a pure function from request to response over the state. */
export function createSmartsenderApp({ state, token, now, limiter }: SmartsenderAppOptions): Hono {
  const app = new Hono();

  app.onError((error, context) => {
    const known = error instanceof ApiProblem;
    const status = known ? error.status : 500;
    const body = errorBody(
      status,
      known ? error.message : `The emulator failed: ${error.message}`,
      known ? error.fields : undefined,
    );
    context.status(status as Parameters<typeof context.status>[0]);
    return context.json(body);
  });
  app.notFound(() => {
    throw problem(assumed.notFound);
  });

  app.use(async (context, next) => {
    const taken = limiter?.take();
    if (taken !== undefined) context.header(assumed.rateLimitHeader, String(taken.remaining));
    if (taken?.blocked) throw problem(assumed.blocked);
    const authorization = context.req.header('authorization');
    if (authorization === undefined) throw problem(assumed.missingToken);
    if (authorization !== `Bearer ${token}`) throw problem(assumed.wrongToken);
    await next();
  });

  const routes = { app, state, now };
  app.get('/v1/me', (context) => context.json(state.project));
  chatRoutes(routes);
  contactRoutes(routes);
  sendRoute(routes);
  noteRoutes(routes);
  gateRoutes(routes);
  channelRoutes(routes);
  operatorRoutes(routes);
  return app;
}
