import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { InboxError } from '../errors/index.ts';

type FetchHandler = (request: Request) => Promise<Response>;

/**
 * Mounts `tenants.webhooks` on node:http and on Express. Must stand before anything that parses bodies: the secret is checked, and the body bounded, on
 * the raw one. A body that somebody read before is answered with 500 and thrown as `invalid-request`, to Express's error handler where there is one.
 */
export function toNodeHandler(
  handler: FetchHandler,
): (request: IncomingMessage, response: ServerResponse, next?: (error: unknown) => void) => Promise<void> {
  return async (incoming, outgoing, next) => {
    const raw = rawBody(incoming);
    const isRead = raw === undefined && ((incoming as Parsed).body !== undefined || incoming.readableEnded);
    const request = isRead ? undefined : toRequest(incoming, raw);
    const answer = isRead ? wasRead() : request ? await handler(request) : unreadable();
    outgoing.statusCode = answer.status;
    answer.headers.forEach((value, name) => {
      outgoing.setHeader(name, value);
    });
    // What was not read of a body that is too large must not hold up the connection.
    if (!incoming.readableEnded) outgoing.setHeader('connection', 'close');
    outgoing.end(await answer.text());
    if (isRead) next?.(bodyWasRead());
  };
}

/** What frameworks and functions-as-a-service leave on a request whose body they read. */
interface Parsed {
  readonly body?: unknown;
  readonly rawBody?: unknown;
}

/** The bytes as they came, where somebody kept them: `express.raw()` does. */
function rawBody(incoming: IncomingMessage & Parsed): Uint8Array<ArrayBuffer> | undefined {
  const kept = [incoming.rawBody, incoming.body].find((body) => typeof body === 'string' || Buffer.isBuffer(body));
  return kept === undefined ? undefined : Uint8Array.from(Buffer.from(kept as string));
}

/** Undefined for what node:http lets through and is no request of the fetch standard: a method or a path of somebody who tries things out. */
function toRequest(incoming: IncomingMessage, raw: Uint8Array<ArrayBuffer> | undefined): Request | undefined {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  const { method = 'GET', url = '/' } = incoming;
  // Express takes the mount path away and keeps the whole one here.
  const path = (incoming as { originalUrl?: string }).originalUrl ?? url;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? (raw ?? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>)) : null;
  try {
    const whole = path.startsWith('/') ? `http://webhook.invalid${path}` : path;
    return new Request(new URL(whole), { method, headers, body, duplex: 'half' } as RequestInit);
  } catch {
    return undefined;
  }
}

function unreadable(): Response {
  return new Response('{"error":"no such webhook"}', {
    status: 404,
    headers: { 'content-type': 'application/json' },
  });
}

function wasRead(): Response {
  return new Response(JSON.stringify({ error: bodyWasRead().message }), {
    status: 500,
    headers: { 'content-type': 'application/json' },
  });
}

function bodyWasRead(): InboxError {
  return new InboxError('The body was read before the webhook handler', {
    code: 'invalid-request',
    blame: 'caller',
    hint: 'Mount it before express.json() and other body parsers.',
  });
}
