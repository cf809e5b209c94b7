import type { Hono } from 'hono';
import type { SmartsenderState } from './state.ts';

/** What the routes of an entity are registered on. */
export interface RouteContext {
  app: Hono;
  state: SmartsenderState;
  now: () => number;
}

/** What mutations answer (vendors/smartsender.md §Errors). */
export const done = { state: true } as const;
