import { type HeaderValue, Secret, type VendorRequest } from '../provider/index.ts';
import type { PreparedRequest } from './attempt.ts';
import { fillPath, withQuery } from './path.ts';

/** The request as it goes over the wire. Throws `invalid-request` for a path parameter that must not leave. */
export function prepareRequest(
  request: VendorRequest<unknown>,
  headers: Readonly<Record<string, HeaderValue>>,
): PreparedRequest {
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  return {
    method: request.method,
    url: withQuery(fillPath(request.path, request.params), request.query),
    body,
    headers: {
      accept: 'application/json',
      'user-agent': 'anyinbox',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, reveal(value)])),
    },
  };
}

function reveal(value: HeaderValue): string {
  if (typeof value === 'string') return value;
  return value instanceof Secret ? value.reveal() : value.prefix + value.secret.reveal();
}
