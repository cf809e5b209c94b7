import { Fault } from './fault.ts';
import type { State } from './state.ts';

export interface Visit {
  readonly state: State;
  /** What stands at the `:name`s of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a route answers: 200 with a body, 201 with what it made, or undefined for 204. */
export type Route = readonly [method: string, path: string, visit: (visit: Visit) => Answer | undefined];

export interface Answer {
  readonly status: 200 | 201;
  readonly body: object;
}

export const ok = (body: object): Answer => ({ status: 200, body });
export const made = (body: object): Answer => ({ status: 201, body });

/** The row that the visit names; 404 when there is none. */
export function find<Row extends { readonly key: string }>(rows: readonly Row[], key: unknown): Row {
  const row = rows.find((one) => one.key === key);
  if (!row) throw new Fault(404, 'NO_SUCH_THING');
  return row;
}

/** A text of the body; 422 when it is missing. */
export function textOf(body: Visit['body'], field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw new Fault(422, 'MISSING_FIELD');
  return value;
}

/** The parameters of the path, when it is the route's. */
export function match(route: Route, method: string, pathname: string): Record<string, string> | undefined {
  const wanted = route[1].split('/');
  const given = pathname.split('/').map(decodeURIComponent);
  if (route[0] !== method || wanted.length !== given.length) return undefined;
  const fits = wanted.every((part, index) => part.startsWith(':') || part === given[index]);
  if (!fits) return undefined;
  return Object.fromEntries(
    wanted.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), given[index] ?? '']] : [])),
  );
}
