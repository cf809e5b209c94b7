import { type AnyProvider, createInbox, type Inbox } from '@anyinbox/core';
import { type Call, type HeaderMap, Secret } from '@anyinbox/core/provider';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { failure } from '../support/failure.ts';
import { json, serve, type TestServer } from '../support/server.ts';
import { toy } from '../support/toy-provider.ts';

type Authorize = (call: Call, renew: boolean) => Promise<HeaderMap>;

const inboxWith = (authorize: Authorize, url: string, options = {}) => {
  const connect: typeof toy.connect = (context) => ({ ...toy.connect(context), authorize });
  const inbox = createInbox({ ...toy, connect } as unknown as AnyProvider, {
    credentials: { token: 'static' },
    options: { baseUrl: url },
    ...options,
  }) as Inbox;
  onTestFinished(() => inbox.close());
  return inbox;
};

/** Takes only `good`, and hands it out at /token. */
const vendor = () =>
  serve((request, response) => {
    if (request.url === '/elsewhere/token') return json(response, { access_token: 'good' });
    if (request.headers.authorization !== 'Bearer good') return json(response, {}, 401);
    return json(response, { id: 7 });
  });

const renewing = ({ url }: TestServer): Authorize => {
  let token = new Secret('stale');
  return async (call, renew) => {
    if (renew) {
      const body = await call.request({
        method: 'POST',
        baseUrl: `${url}/elsewhere`,
        path: '/token',
        headers: { authorization: { prefix: 'Basic ', secret: new Secret('aWQ6c2VjcmV0') } },
        body: { grant_type: 'client_credentials', scope: 'a b&c', nothing: undefined },
        encoding: 'form',
        effect: 'read',
        response: z.object({ access_token: z.string() }),
      });
      token = new Secret(body.access_token);
    }
    return { authorization: { prefix: 'Bearer ', secret: token } };
  };
};

describe('credentials that change', () => {
  it('are asked for at each request, instead of the static ones', async () => {
    const { url, requests } = await serve((_request, response) => json(response, { id: 7 }));
    let count = 0;
    const inbox = inboxWith(async () => ({ 'x-count': String(++count) }), url);
    await inbox.conversations.get('toy:7');
    await inbox.messages.send('toy:7', { text: 'x' });
    expect(requests.map(({ headers }) => [headers['x-count'], headers['x-token']])).toEqual([
      ['1', undefined],
      ['2', undefined],
    ]);
  });

  it('are renewed once when the vendor refuses them, for a send too, which it did not take', async () => {
    const server = await vendor();
    const inbox = inboxWith(renewing(server), server.url, { maxAttempts: 1 });
    expect((await inbox.messages.send('toy:1', { text: 'x' })).nativeId).toBe('7');
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /conversations/1/messages',
      'POST /elsewhere/token',
      'POST /conversations/1/messages',
    ]);
    expect(server.requests[1]).toMatchObject({
      body: 'grant_type=client_credentials&scope=a+b%26c',
      headers: { authorization: 'Basic aWQ6c2VjcmV0', 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it('that are refused again are refused', async () => {
    const { url, requests } = await serve((_request, response) => json(response, {}, 401));
    const renewals: boolean[] = [];
    const inbox = inboxWith(async (_call, renew) => {
      renewals.push(renew);
      return {};
    }, url);
    expect(await failure(inbox.conversations.close('toy:1'))).toMatchObject({
      code: 'unauthorized',
      attempts: 2,
      outcome: 'not-sent',
    });
    expect(renewals).toEqual([false, true]);
    expect(requests).toHaveLength(2);
  });

  it('that cannot be had send nothing', async () => {
    const { url, requests } = await serve((_request, response) => json(response, {}, 403));
    const inbox = inboxWith(
      (call) => call.request({ method: 'POST', path: '/token', headers: {}, effect: 'read', response: z.never() }),
      url,
    );
    expect(await failure(inbox.messages.send('toy:1', { text: 'x' }))).toMatchObject({
      code: 'forbidden',
      outcome: 'not-sent',
      attempts: 0,
    });
    expect(requests.map(({ url: path }) => path)).toEqual(['/token']);
  });
});
