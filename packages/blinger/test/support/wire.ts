import { blinger } from '@anyinbox/blinger';
import { createInbox, type InboxOf } from '@anyinbox/core';
import nock from 'nock';
import { expect, onTestFinished } from 'vitest';

export type BlingerInbox = InboxOf<typeof blinger>;
export type BlingerInboxOptions = Parameters<typeof createInbox<typeof blinger>>[1];

export const wireToken = 'wire-token-Zk3';
/** 2026-11-20T12:00:00Z. */
export const wireNow = Date.UTC(2026, 10, 20, 12);

export interface SeenRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  /** Of a form, its fields as strings. */
  body: unknown;
}

export interface Wire {
  inbox: BlingerInbox;
  /** Answers the next request, whatever it is, with `{ status: 200, data }`. */
  answer(data: unknown): void;
  /** Answers the next request with another body. */
  answerBody(body: unknown, status?: number): void;
  /** Every request that left, in order. */
  requests: SeenRequest[];
}

/** The default connection over an intercepted network: a request that no answer waits for fails, and is seen all the same. */
export function startWire(options: NonNullable<BlingerInboxOptions['options']> = {}): Wire {
  nock.disableNetConnect();
  const requests: SeenRequest[] = [];
  const unanswered: string[] = [];
  const onUnanswered = (request: { method?: string; path?: string }) => {
    unanswered.push(`${request.method} ${request.path}`);
  };
  nock.emitter.on('no match', onUnanswered);
  const inbox = createInbox(blinger, {
    connectionId: 'desk',
    credentials: { token: wireToken },
    options,
    now: () => wireNow,
    maxAttempts: 1,
  });
  onTestFinished(async () => {
    await inbox.close();
    const waiting = nock.pendingMocks();
    nock.emitter.off('no match', onUnanswered);
    nock.cleanAll();
    nock.enableNetConnect();
    expect(waiting, 'answers that nothing asked for').toEqual([]);
    expect(unanswered, 'requests beyond those expected').toEqual([]);
  });

  const answerBody = (reply: unknown, status = 200) => {
    const scope = nock('https://app.blinger.io');
    // One interceptor per method, of which exactly one is used.
    const interceptors = ['GET', 'POST', 'PUT', 'DELETE'].map((method) => scope.intercept(/.*/, method));
    for (const interceptor of interceptors) {
      interceptor.reply(function (this: nock.ReplyFnContext, uri, body) {
        for (const other of interceptors) if (other !== interceptor) nock.removeInterceptor(other);
        requests.push(seen(this.req as unknown as SeenHead, uri, body));
        return [status, reply as nock.Body, { 'content-type': 'application/json' }];
      });
    }
  };
  return { inbox, answerBody, answer: (data) => answerBody({ status: 200, data }), requests };
}

interface SeenHead {
  method?: string;
  headers: SeenRequest['headers'];
}

function seen({ method = '', headers }: SeenHead, uri: string, body: unknown): SeenRequest {
  const url = new URL(uri, 'https://app.blinger.io');
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded';
  return {
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    body: isForm ? Object.fromEntries(new URLSearchParams(String(body))) : body === '' ? undefined : body,
  };
}

interface Expected {
  method: string;
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  encoding?: 'json' | 'form';
}

const contentTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded' };

/** That this request left, and nothing else: neither another one, nor a field, a query or a header of credentials. */
export function expectRequest({ requests }: Wire, expected: Expected): void {
  expect(requests).toHaveLength(1);
  const [request] = requests as [SeenRequest];
  const { method, path, query = {}, body, encoding = 'json' } = expected;
  expect({ ...request, headers: undefined }).toEqual({ method, path, query, headers: undefined, body });
  const withBody = body === undefined ? [] : ['content-length', 'content-type'];
  expect(Object.keys(request.headers).toSorted()).toEqual(
    ['accept', 'accept-encoding', 'authentication', 'connection', 'host', 'user-agent', ...withBody].toSorted(),
  );
  // The vendor's own header, with the bare token; there is no `Authorization`.
  expect(request.headers['authentication']).toBe(wireToken);
  expect(request.headers['accept']).toBe('application/json');
  expect(request.headers['content-type']).toBe(body === undefined ? undefined : contentTypes[encoding]);
}
