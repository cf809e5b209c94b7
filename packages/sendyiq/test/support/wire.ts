import nock from 'nock';
import { afterEach, beforeEach, expect } from 'vitest';

export const apiKey = 'key-1.s3cret.part';
export const origin = 'https://api.sendyiq.com';
export const prefix = '/api/v1/store/integrations';
export const uuid = '0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1';

/** A request as it stood on the wire. */
export interface Sent {
  readonly method: string;
  /** Path and query, below the prefix. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Wire {
  /** What was sent, in order. */
  readonly sent: readonly Sent[];
  /** The next request to this path is answered so. An undefined body is an empty one. */
  answer(method: string, path: string, body?: unknown, status?: number): void;
}

/** Takes the network away for every test of a file, and fails the test when anything but the answered requests was sent. */
export function useWire(host = origin): Wire {
  const sent: Sent[] = [];
  const unmatched: string[] = [];
  const noMatch = (request: { method?: string; path?: string }) => unmatched.push(`${request.method} ${request.path}`);

  beforeEach(() => {
    sent.length = 0;
    unmatched.length = 0;
    nock.disableNetConnect();
    nock.emitter.on('no match', noMatch);
  });

  afterEach(() => {
    const pending = nock.pendingMocks();
    nock.cleanAll();
    nock.emitter.off('no match', noMatch);
    nock.enableNetConnect();
    expect({ unmatched, pending }).toEqual({ unmatched: [], pending: [] });
  });

  return {
    sent,
    answer(method, path, body, status = 200) {
      nock(host)
        .intercept(prefix + path, method)
        .query(true)
        .reply(function (uri, requestBody) {
          sent.push({
            method: this.req.method,
            target: uri.slice(prefix.length),
            headers: Object.fromEntries(Object.entries(this.req.headers).map(([name, value]) => [name, String(value)])),
            body: typeof requestBody === 'string' ? requestBody : JSON.stringify(requestBody),
          });
          return [status, body === undefined ? '' : JSON.stringify(body), { 'content-type': 'application/json' }];
        });
    },
  };
}

/** Exactly one request was sent, and it was this one. */
export function expectSent(wire: Wire, method: string, target: string, body?: unknown): void {
  const [request] = wire.sent;
  expect(wire.sent).toHaveLength(1);
  const sentBody: unknown = request?.body === '' ? undefined : JSON.parse(request?.body ?? '');
  expect({ method: request?.method, target: request?.target, body: sentBody }).toEqual({
    method,
    target,
    body,
  });
  expect(request?.headers).toMatchObject({ 'x-api-key': apiKey, accept: 'application/json' });
  expect(request?.headers['content-type']).toBe(body === undefined ? undefined : 'application/json');
}
