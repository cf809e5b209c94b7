import { brevo } from '@anyinbox/brevo';
import { createInbox, type InboxOf, type InboxOptions } from '@anyinbox/core';
import nock from 'nock';
import { expect, onTestFinished } from 'vitest';

export type BrevoInbox = InboxOf<typeof brevo>;

export const wireKey = 'xkeysib-wire-Zk3';
/** 2026-11-20T12:00:00Z. */
export const wireNow = Date.UTC(2026, 10, 20, 12);

export interface SeenRequest {
  method: string;
  url: string;
  headers: Record<string, string | undefined>;
  body: unknown;
}

export interface Wire {
  inbox: BrevoInbox;
  /** Answers the next request, whatever it is; without a body if that is undefined. */
  answer(body: unknown, status?: number): void;
  /** Every request that left, in order. */
  requests: SeenRequest[];
}

type Settings = Partial<Pick<InboxOptions<typeof brevo>, 'credentials' | 'options'>> & { host?: string };

/** A connection over an intercepted network: a request that no answer waits for fails, and is seen all the same. */
export function startWire({
  credentials = { apiKey: wireKey },
  options = {},
  host = 'https://api.brevo.com',
}: Settings = {}): Wire {
  nock.disableNetConnect();
  const requests: SeenRequest[] = [];
  const unanswered: string[] = [];
  const onUnanswered = (request: { method?: string; path?: string }) => {
    unanswered.push(`${request.method} ${request.path}`);
  };
  nock.emitter.on('no match', onUnanswered);
  const inbox = createInbox(brevo, {
    connectionId: 'mail',
    credentials,
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
  const answer = (reply: unknown, status = 200) => {
    const scope = nock(host);
    // One interceptor per method, of which exactly one is used.
    const interceptors = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => scope.intercept(/.*/, method));
    for (const interceptor of interceptors) {
      interceptor.reply(function (this: nock.ReplyFnContext, uri, body): nock.ReplyFnResult {
        for (const other of interceptors) if (other !== interceptor) nock.removeInterceptor(other);
        const { method = '', headers } = this.req as unknown as Pick<SeenRequest, 'method' | 'headers'>;
        requests.push({ method, url: host + uri, headers, body: body === '' ? undefined : body });
        return reply === undefined
          ? [status]
          : [status, reply as nock.Body, { 'content-type': 'application/json; charset=utf-8' }];
      });
    }
  };
  return { inbox, answer, requests };
}

/** What every request carries, and nothing more; `content-type` goes with a body only. */
export function expectRequest(
  { requests }: Wire,
  expected: { method: string; path: string; body?: unknown; base?: string },
): void {
  expect(requests).toHaveLength(1);
  const [{ headers, ...request }] = requests as [SeenRequest];
  const { method, path, body, base = 'https://api.brevo.com/v3' } = expected;
  expect(request).toEqual({ method, url: base + path, body });
  expect(headers['api-key']).toBe(wireKey);
  expect(headers['accept']).toBe('application/json');
  expect(headers['content-type']).toBe(body === undefined ? undefined : 'application/json');
  expect(headers['authorization']).toBeUndefined();
}
