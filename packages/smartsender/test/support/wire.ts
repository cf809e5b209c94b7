import { createInbox, type InboxOf } from '@anyinbox/core';
import { smartsender } from '@anyinbox/smartsender';
import { expect, onTestFinished } from 'vitest';
import {
  type InterceptedNetwork,
  interceptNetwork,
  type SeenRequest,
} from '../../../core/test/support/intercept-network.ts';

export type SmartsenderInbox = InboxOf<typeof smartsender>;

export const wireToken = 'wire-token-Zk3';
/** 2026-11-20T12:00:00Z, in seconds 1795176000. */
export const wireNow = Date.UTC(2026, 10, 20, 12);

export interface Wire extends InterceptedNetwork {
  inbox: SmartsenderInbox;
}

/** The default connection over an intercepted network: a request that no answer waits for fails, and is seen all the same. */
export function startWire(options: { activities?: boolean; timeZone?: string } = {}): Wire {
  const network = interceptNetwork('https://api.smartsender.com');
  const inbox = createInbox(smartsender, {
    connectionId: 'bots',
    credentials: { token: wireToken },
    options,
    now: () => wireNow,
    maxAttempts: 1,
  });
  onTestFinished(() => inbox.close());
  return { inbox, ...network };
}

/** What every request carries; `content-type` only goes with a body. */
export function expectRequest(
  { requests }: Wire,
  expected: { method: string; path: string; query?: Record<string, string>; body?: unknown },
): void {
  expect(requests).toHaveLength(1);
  const [request] = requests as [SeenRequest];
  const { method, path, query = {}, body } = expected;
  expect({ method: request.method, path: request.path, query: request.query, body: request.body }).toEqual({
    method,
    path,
    query,
    body,
  });
  expect(request.headers['authorization']).toBe(`Bearer ${wireToken}`);
  expect(request.headers['accept']).toBe('application/json');
  expect(request.headers['content-type']).toBe(body === undefined ? undefined : 'application/json');
}
