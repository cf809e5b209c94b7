import nock from 'nock';
import { expect, onTestFinished } from 'vitest';

/** A request as it stood on the wire. */
export interface SeenRequest {
  method: string;
  url: string;
  /** Of the url. */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  /** Of a form, its fields as strings; undefined if there was none. */
  body: unknown;
}

export interface InterceptedNetwork {
  /** Answers the next request to the origin, whatever it is; without a body if that is undefined. */
  answer(body: unknown, status?: number, headers?: Record<string, string>): void;
  /** Every request that was answered, in order. */
  requests: SeenRequest[];
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Takes the network away for one test, which fails if a request was not answered, or an answer not asked for. */
export function interceptNetwork(origin: string): InterceptedNetwork {
  nock.disableNetConnect();
  const requests: SeenRequest[] = [];
  const unanswered: string[] = [];
  const onUnanswered = (request: { method?: string; path?: string }) => {
    unanswered.push(`${request.method} ${request.path}`);
  };
  nock.emitter.on('no match', onUnanswered);
  onTestFinished(() => {
    const waiting = nock.pendingMocks();
    nock.emitter.off('no match', onUnanswered);
    nock.cleanAll();
    nock.enableNetConnect();
    expect(waiting, 'answers that nothing asked for').toEqual([]);
    expect(unanswered, 'requests beyond those expected').toEqual([]);
  });

  const answer = (reply: unknown, status = 200, headers = {}) => {
    const scope = nock(origin);
    // One interceptor per method, of which exactly one is used.
    const interceptors = methods.map((method) => scope.intercept(/.*/, method));
    for (const interceptor of interceptors) {
      interceptor.reply(function (this: nock.ReplyFnContext, uri, body): nock.ReplyFnResult {
        for (const other of interceptors) if (other !== interceptor) nock.removeInterceptor(other);
        requests.push(seen(this.req as unknown as SeenHead, new URL(uri, origin), body));
        return reply === undefined
          ? [status]
          : [status, reply as nock.Body, { 'content-type': 'application/json', ...headers }];
      });
    }
  };
  return { answer, requests };
}

type SeenHead = { method?: string; headers: SeenRequest['headers'] };

function seen({ method = '', headers }: SeenHead, url: URL, body: unknown): SeenRequest {
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded';
  return {
    method,
    url: url.href,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    body: isForm ? Object.fromEntries(new URLSearchParams(String(body))) : body === '' ? undefined : body,
  };
}
