import type { Hono } from 'hono';
import type { SendyiqEnvelope } from './envelope.ts';
import type { SendyiqState } from './state.ts';

/** What the routes of an entity are registered on; paths are relative to the integrations root. */
export interface RouteContext {
  app: Hono;
  state: SendyiqState;
  /** Read on every request: a test may change it between two. */
  envelope: () => SendyiqEnvelope;
  now: () => number;
}
