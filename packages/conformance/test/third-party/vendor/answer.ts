import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { deskRoutes } from './desk-routes.ts';
import { Fault } from './fault.ts';
import { letterRoutes } from './letter-routes.ts';
import { match } from './route.ts';
import type { State } from './state.ts';
import { threadRoutes } from './thread-routes.ts';

export interface SeenRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Undefined when there is none. */
  readonly body: unknown;
}

interface Desk {
  readonly key: string;
  readonly state: State;
  readonly requests: SeenRequest[];
}

const routes = [...threadRoutes, ...letterRoutes, ...deskRoutes];

/** Lets a request in, notes it and finds its route. Throws a Fault for what the vendor refuses. */
export async function answer(
  { key, state, requests }: Desk,
  request: IncomingMessage,
): Promise<{ readonly status: number; readonly body?: unknown }> {
  const { method = 'GET', url: path = '/', headers } = request;
  if (headers['x-pigeon-key'] !== key) throw new Fault(401, 'NO_KEY');
  const body = Number(headers['content-length'] ?? 0) === 0 ? undefined : await readJson(request);
  requests.push({ method, path, body });
  const { pathname, searchParams: query } = new URL(path, 'http://pigeon.example');
  for (const route of routes) {
    const params = match(route, method, pathname);
    if (params) return route[2]({ state, params, query, body: body ?? {} }) ?? { status: 204 };
  }
  throw new Fault(404, 'NO_SUCH_PATH');
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  try {
    return (await json(request)) as Record<string, unknown>;
  } catch {
    throw new Fault(400, 'NO_JSON');
  }
}
