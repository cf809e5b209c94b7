import type { IncomingMessage } from 'node:http';
import type { Fault } from './fault.ts';

/** One entry of `emulator.requests`. */
export interface ReceivedRequest {
  method: string;
  /** As it stood on the wire, without the query. */
  path: string;
  /** A name that came several times has all its values. */
  query: Record<string, string | string[]>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** The parsed JSON, or the fields of a form; undefined when there was no body or it was neither. */
  body: unknown;
  /** Undefined until a status line was sent: it stays so for a connection that was reset. */
  status: number | undefined;
  /** The fault that struck this request. */
  fault?: Fault['kind'];
}

export function receivedRequest(request: IncomingMessage): ReceivedRequest {
  const [path = '/', search = ''] = splitOnce(request.url ?? '/', '?');
  return {
    method: request.method ?? 'GET',
    path,
    query: fieldsObject(search),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: undefined,
    status: undefined,
  };
}

export function parsedBody(body: Buffer, contentType = ''): unknown {
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return fieldsObject(body.toString('utf8'));
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A query or a form. */
function fieldsObject(text: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
