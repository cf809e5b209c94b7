import { InboxError } from '../errors/index.ts';
import { type HeaderMap, type HeaderValue, Secret, type VendorRequest } from '../provider/index.ts';
import type { PreparedRequest } from './attempt.ts';
import { fillPath, withQuery } from './path.ts';

/** Far beyond any message; files go by URL. */
const maxBytes = 10 * 1024 * 1024;

/**
 * The request as it goes over the wire, but for its credentials. Throws `invalid-request` for a path parameter that must not leave, and for a body
 * that is too large or no JSON.
 */
export function prepareRequest(request: VendorRequest<unknown>): PreparedRequest {
  const { body, encoding = 'json' } = request;
  return {
    method: request.method,
    baseUrl: request.baseUrl,
    url: withQuery(fillPath(request.path, request.params), request.query),
    body: body === undefined ? undefined : encode(body, encoding),
    headers: {
      accept: 'application/json',
      'user-agent': 'anyinbox',
      ...(body === undefined ? {} : { 'content-type': contentTypes[encoding] }),
    },
  };
}

export function withCredentials(request: PreparedRequest, headers: HeaderMap): PreparedRequest {
  const revealed = Object.entries(headers).map(([name, value]) => [name, reveal(value)]);
  return { ...request, headers: { ...request.headers, ...Object.fromEntries(revealed) } };
}

const contentTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const;

function encode(body: unknown, encoding: 'json' | 'form'): string {
  const text = encoding === 'form' ? encodeForm(body) : encodeJson(body);
  if (Buffer.byteLength(text) > maxBytes) throw refuse(`it is larger than ${maxBytes} bytes`);
  return text;
}

function encodeJson(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch {
    throw refuse('it cannot be written as JSON');
  }
}

function refuse(reason: string): InboxError {
  return new InboxError(`The request cannot be sent: ${reason}`, { code: 'invalid-request', blame: 'caller' });
}

function encodeForm(body: unknown): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body as object)) if (value !== undefined) form.append(name, String(value));
  return form.toString();
}

function reveal(value: HeaderValue): string {
  if (typeof value === 'string') return value;
  return value instanceof Secret ? value.reveal() : value.prefix + value.secret.reveal();
}
