import { hubPath } from './paths.ts';

/** What a request to the hub is, apart from how it came. */
export interface HubRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
}

export function hubRequest(target: string, authorization: string | undefined): HubRequest {
  // A target such as `//host` must not become another host.
  const [path = '', search = ''] = target.split('?', 2);
  return { path, query: new URLSearchParams(search), authorization };
}

/** Browsers can only send the token in the query; the client for Node.js sends it as a header. */
export function tokenOf({ query, authorization = '' }: HubRequest): string | undefined {
  return query.get('access_token') ?? /^Bearer (.+)$/i.exec(authorization)?.[1];
}

export function isHub(path: string): boolean {
  return path === hubPath || path.startsWith(`${hubPath}/`);
}
