import { brevo } from '@anyinbox/brevo';
import { createInbox, type InboxOf, type InboxOptions } from '@anyinbox/core';
import { expect, onTestFinished } from 'vitest';
import {
  type InterceptedNetwork,
  interceptNetwork,
  type SeenRequest,
} from '../../../core/test/support/intercept-network.ts';

export type BrevoInbox = InboxOf<typeof brevo>;

export const wireKey = 'xkeysib-wire-Zk3';
/** 2026-11-20T12:00:00Z. */
export const wireNow = Date.UTC(2026, 10, 20, 12);

export interface Wire extends InterceptedNetwork {
  inbox: BrevoInbox;
}

type Settings = Partial<Pick<InboxOptions<typeof brevo>, 'credentials' | 'options'>> & { host?: string };

/** A connection over an intercepted network: a request that no answer waits for fails, and is seen all the same. */
export function startWire({
  credentials = { apiKey: wireKey },
  options = {},
  host = 'https://api.brevo.com',
}: Settings = {}): Wire {
  const network = interceptNetwork(host);
  const inbox = createInbox(brevo, {
    connectionId: 'mail',
    credentials,
    options,
    now: () => wireNow,
    maxAttempts: 1,
  });
  onTestFinished(() => inbox.close());
  return { inbox, ...network };
}

/** What every request carries, and nothing more; `content-type` goes with a body only. */
export function expectRequest(
  { requests }: Wire,
  expected: { method: string; path: string; body?: unknown; base?: string },
): void {
  expect(requests).toHaveLength(1);
  const [{ headers, ...request }] = requests as [SeenRequest];
  const { method, path, body, base = 'https://api.brevo.com/v3' } = expected;
  expect({ method: request.method, url: request.url, body: request.body }).toEqual({ method, url: base + path, body });
  expect(headers['api-key']).toBe(wireKey);
  expect(headers['accept']).toBe('application/json');
  expect(headers['content-type']).toBe(body === undefined ? undefined : 'application/json');
  expect(headers['authorization']).toBeUndefined();
}
