import { type AnyProvider, createInbox } from '@anyinbox/core';
import type { Call } from '@anyinbox/core/provider';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { json, serve } from '../support/server.ts';
import { token, toyInbox } from '../support/toy-inbox.ts';
import { toy } from '../support/toy-provider.ts';

describe('a request', () => {
  it('carries the credential, what it accepts, and nothing else of ours', async () => {
    const { url, requests } = await serve((_request, response) => json(response, { id: 1 }));
    await toyInbox(url).conversations.get('toy:1');
    expect(requests[0]?.headers).toEqual({
      accept: 'application/json',
      'accept-encoding': expect.any(String),
      connection: expect.any(String),
      host: new URL(url).host,
      'user-agent': 'anyinbox',
      'x-token': `Toy ${token}`,
    });
    expect(requests[0]).toMatchObject({ method: 'GET', url: '/conversations/1', body: '' });
  });

  it('with a body says that it is JSON', async () => {
    const { url, requests } = await serve((_request, response) => json(response, { id: 1 }));
    await toyInbox(url).messages.send('toy:1', { text: 'héllo \ud83d\ude00' });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: '/conversations/1/messages',
      body: '{"text":"héllo 😀"}',
    });
    expect(requests[0]?.headers['content-type']).toBe('application/json');
  });

  it('that writes without a body names no type', async () => {
    const { url, requests } = await serve((_request, response) => json(response, {}));
    await toyInbox(url).conversations.close('toy:1');
    expect(requests[0]).toMatchObject({ method: 'PUT', body: '' });
    expect(requests[0]?.headers['content-type']).toBeUndefined();
  });

  it('sends over a connection of its own, reads over a kept one', async () => {
    const { url, requests } = await serve((_request, response) => json(response, { id: 1 }));
    const inbox = toyInbox(url);
    await inbox.conversations.get('toy:1');
    await inbox.messages.send('toy:1', { text: 'x' });
    expect(requests.map(({ headers }) => headers.connection)).toEqual(['keep-alive', 'close']);
  });

  it('stays below the path of the base URL', async () => {
    const { url, requests } = await serve((_request, response) => json(response, { id: 1 }));
    await toyInbox(`${url}/proxy/`).conversations.get('toy:1');
    expect(requests[0]?.url).toBe('/proxy/conversations/1');
  });

  it('never leaves the base URL, even for a path that looks like another place', async () => {
    const { url, requests } = await serve((_request, response) => json(response, { id: 1 }));
    const elsewhere = await serve((_request, response) => json(response, { id: 1 }));
    const connect: typeof toy.connect = (context) => {
      const native = {
        go: (path: string, call: Call) => call.request({ method: 'GET', path, effect: 'read', response: z.unknown() }),
      };
      return { ...toy.connect(context), native } as unknown as ReturnType<typeof toy.connect>;
    };
    const inbox = createInbox({ ...toy, connect } as AnyProvider, {
      credentials: { token: 'x' },
      options: { baseUrl: url },
    });
    const go = (inbox.native as unknown as { go: (path: string) => Promise<unknown> }).go;
    await go(`${elsewhere.url}/stolen`).catch(() => {});
    await go(`//${elsewhere.url.slice(7)}/stolen`).catch(() => {});
    expect(elsewhere.requests).toEqual([]);
    expect(requests.length).toBeGreaterThan(0);
    await inbox.close();
  });

  it('takes a short text for an empty answer only where the vendor says nothing of its answers', async () => {
    const answers = ['OK', 'Success', '', '<html>', '{"broken', 'x'.repeat(101)];
    const { url } = await serve((_request, response, count) => response.end(answers[(count - 1) % answers.length]));
    const results: string[] = [];
    const ask = (anyText: boolean) => (_input: undefined, call: Call) =>
      call.request({ method: 'POST', path: '/x', effect: 'write', response: z.unknown(), anyText });
    const connect: typeof toy.connect = (context) =>
      ({ ...toy.connect(context), native: { lenient: ask(true), strict: ask(false) } }) as unknown as ReturnType<
        typeof toy.connect
      >;
    const inbox = createInbox({ ...toy, connect } as AnyProvider, {
      credentials: { token: 'x' },
      options: { baseUrl: url },
    });
    const native = inbox.native as unknown as Record<string, () => Promise<unknown>>;
    for (const name of ['lenient', 'strict'])
      for (const _ of answers)
        results.push(
          await (native[name] as () => Promise<unknown>)().then(
            () => 'passed',
            (error) => error.code,
          ),
        );
    const unexpected = 'unexpected-response';
    expect(results).toEqual([
      ...['passed', 'passed', 'passed', unexpected, unexpected, unexpected],
      ...[unexpected, unexpected, 'passed', unexpected, unexpected, unexpected],
    ]);
    await inbox.close();
  });
});
