import type { Hono } from 'hono';
import type { World } from './world.ts';

/** What the routes of an entity are registered on. */
export interface RouteContext {
  app: Hono;
  world: World;
}

/** vendors/brevo.md §2. */
export const root = '/v3/conversations';
