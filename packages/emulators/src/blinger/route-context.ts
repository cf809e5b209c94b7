import type { Context, Hono } from 'hono';
import type { BlingerBehaviour } from './behaviour.ts';
import type { BlingerState } from './state.ts';
import type { BlingerNotifier } from './webhooks/notifier.ts';
import type { BlingerSuccess } from './wire.ts';

/** What the routes of an entity are registered on; paths are relative to `/api`. */
export interface RouteContext {
  app: Hono;
  state: BlingerState;
  /** Read on every request: a test may change it between two. */
  behaviour: () => BlingerBehaviour;
  notify: BlingerNotifier;
  now: () => number;
}

export function success(context: Context, data: object): Response {
  const body: BlingerSuccess<object> = { status: 200, data };
  return context.json(body);
}
