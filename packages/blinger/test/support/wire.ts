import { blinger } from '@anyinbox/blinger';
import { createInbox, type InboxOf } from '@anyinbox/core';
import { expect, onTestFinished } from 'vitest';
import {
  type InterceptedNetwork,
  interceptNetwork,
  type SeenRequest,
} from '../../../core/test/support/intercept-network.ts';

export type BlingerInbox = InboxOf<typeof blinger>;
export type BlingerInboxOptions = Parameters<typeof createInbox<typeof blinger>>[1];

export const wireToken = 'wire-token-Zk3';
/** 2026-11-20T12:00:00Z. */
export const wireNow = Date.UTC(2026, 10, 20, 12);

export interface Wire extends Pick<InterceptedNetwork, 'requests'> {
  inbox: BlingerInbox;
  /** Answers the next request, whatever it is, with `{ status: 200, data }`. */
  answer(data: unknown): void;
  /** Answers the next request with another body. */
  answerBody: InterceptedNetwork['answer'];
}

/** The default connection over an intercepted network: a request that no answer waits for fails, and is seen all the same. */
export function startWire(options: NonNullable<BlingerInboxOptions['options']> = {}): Wire {
  const { answer: answerBody, requests } = interceptNetwork('https://app.blinger.io');
  const inbox = createInbox(blinger, {
    connectionId: 'desk',
    credentials: { token: wireToken },
    options,
    now: () => wireNow,
    maxAttempts: 1,
  });
  onTestFinished(() => inbox.close());
  return { inbox, answerBody, answer: (data) => answerBody({ status: 200, data }), requests };
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
  expect({ method: request.method, path: request.path, query: request.query, body: request.body }).toEqual({
    method,
    path,
    query,
    body,
  });
  const withBody = body === undefined ? [] : ['content-length', 'content-type'];
  expect(Object.keys(request.headers).toSorted()).toEqual(
    ['accept', 'accept-encoding', 'authentication', 'connection', 'host', 'user-agent', ...withBody].toSorted(),
  );
  // The vendor's own header, with the bare token; there is no `Authorization`.
  expect(request.headers['authentication']).toBe(wireToken);
  expect(request.headers['accept']).toBe('application/json');
  expect(request.headers['content-type']).toBe(body === undefined ? undefined : contentTypes[encoding]);
}
