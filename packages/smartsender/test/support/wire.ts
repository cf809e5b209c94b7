import { createInbox, type InboxOf } from '@anyinbox/core';
import { smartsender } from '@anyinbox/smartsender';
import nock from 'nock';
import { expect, onTestFinished } from 'vitest';

export type SmartsenderInbox = InboxOf<typeof smartsender>;

export const wireToken = 'wire-token-Zk3';
/** 2026-11-20T12:00:00Z, in seconds 1795176000. */
export const wireNow = Date.UTC(2026, 10, 20, 12);

export interface SeenRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  body: unknown;
}

export interface Wire {
  inbox: SmartsenderInbox;
  /** Answers the next request, whatever it is. */
  answer(body: unknown, status?: number, headers?: Record<string, string>): void;
  /** Every request that left, in order. */
  requests: SeenRequest[];
}

/** The default connection over an intercepted network: a request that no answer waits for fails, and is seen all the same. */
export function startWire(options: { activities?: boolean; timeZone?: string } = {}): Wire {
  nock.disableNetConnect();
  const requests: SeenRequest[] = [];
  const unanswered: string[] = [];
  const onUnanswered = (request: { method?: string; path?: string }) => {
    unanswered.push(`${request.method} ${request.path}`);
  };
  nock.emitter.on('no match', onUnanswered);
  const inbox = createInbox(smartsender, {
    connectionId: 'bots',
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
  const answer = (reply: unknown, status = 200, headers = {}) => {
    const record = function (this: nock.ReplyFnContext, uri: string, body: unknown): nock.ReplyFnResult {
      const { method = '', headers: sent } = this.req as unknown as {
        method?: string;
        headers: SeenRequest['headers'];
      };
      const url = new URL(uri, 'https://api.smartsender.com');
      requests.push({
        method,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: sent,
        body: body === '' ? undefined : body,
      });
      return [status, reply as nock.Body, { 'content-type': 'application/json', ...headers }];
    };
    const scope = nock('https://api.smartsender.com');
    // One interceptor per method, of which exactly one is used.
    const methods = ['GET', 'POST', 'PUT', 'DELETE'];
    const interceptors = methods.map((method) => scope.intercept(/.*/, method));
    for (const interceptor of interceptors) {
      interceptor.reply(function (this: nock.ReplyFnContext, uri, body) {
        for (const other of interceptors) if (other !== interceptor) nock.removeInterceptor(other);
        return record.call(this, uri, body);
      });
    }
  };
  return { inbox, answer, requests };
}

/** What every request carries; `content-type` only goes with a body. */
export function expectRequest(
  { requests }: Wire,
  expected: { method: string; path: string; query?: Record<string, string>; body?: unknown },
): void {
  expect(requests).toHaveLength(1);
  const [request] = requests as [SeenRequest];
  const { method, path, query = {}, body } = expected;
  expect({ ...request, headers: undefined }).toEqual({ method, path, query, headers: undefined, body });
  expect(request.headers['authorization']).toBe(`Bearer ${wireToken}`);
  expect(request.headers['accept']).toBe('application/json');
  expect(request.headers['content-type']).toBe(body === undefined ? undefined : 'application/json');
}
