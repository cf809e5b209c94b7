import { Hono } from 'hono';
import { ApiProblem } from '../api/api-problem.ts';
import { assumed } from './assumptions.ts';
import type { BlingerBehaviour } from './behaviour.ts';
import { errorBody } from './error-body.ts';
import { problem } from './request.ts';
import { changeRoutes } from './routes/changes.ts';
import { listRoutes } from './routes/lists.ts';
import { operatorRoutes } from './routes/operators.ts';
import { sendRoutes } from './routes/sends.ts';
import type { BlingerState } from './state.ts';
import type { BlingerNotifier } from './webhooks/notifier.ts';

export interface BlingerAppOptions {
  state: BlingerState;
  token: string;
  behaviour: () => BlingerBehaviour;
  notify: BlingerNotifier;
  now: () => number;
}

/** The vendor as a pure function from request to response over the state. */
export function createBlingerApp({ state, token, behaviour, notify, now }: BlingerAppOptions): Hono {
  const app = new Hono().basePath('/api');

  app.onError((error, context) => {
    const known = error instanceof ApiProblem;
    const body = known
      ? errorBody(error.status, error.message, error.fields)
      : errorBody(500, `The emulator failed: ${error.message}`);
    const status = behaviour().httpStatus === 'always-200' ? 200 : body.status;
    context.status(status as Parameters<typeof context.status>[0]);
    return context.json(body);
  });
  app.notFound(() => {
    throw problem(assumed.notFound);
  });

  app.use(async (context, next) => {
    // Not `Authorization`: vendors/blinger.md §Auth and base.
    const given = context.req.header('authentication') ?? '';
    if (given === '') throw problem({ status: 401, message: 'Empty token' });
    if (given !== token) throw problem(assumed.wrongToken);
    await next();
  });

  const routes = { app, state, behaviour, notify, now };
  listRoutes(routes);
  changeRoutes(routes);
  sendRoutes(routes);
  operatorRoutes(routes);
  return app;
}
