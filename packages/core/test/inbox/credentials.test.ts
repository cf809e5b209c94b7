import { createInbox } from '@anyinbox/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failure } from '../support/failure.ts';
import { json, serve } from '../support/server.ts';
import { toy } from '../support/toy-provider.ts';

type Source = () => { token: string } | Promise<{ token: string }>;

const inboxWith = (credentials: Source, url: string) => {
  const inbox = createInbox(toy, { credentials, options: { baseUrl: url } });
  onTestFinished(() => inbox.close());
  return inbox;
};
const accepting = (...tokens: string[]) =>
  serve((request, response) =>
    tokens.includes(String(request.headers['x-token']).replace('Toy ', ''))
      ? json(response, { id: 7, items: [], pong: 'x' })
      : json(response, {}, 401),
  );

describe('credentials by a function', () => {
  it('are asked for at each request, not before', async () => {
    const { url, requests } = await accepting('t1', 't2', 't3');
    let count = 0;
    const inbox = inboxWith(async () => ({ token: `t${++count}` }), url);
    expect(count).toBe(0);
    await inbox.conversations.list();
    const used = count;
    await inbox.conversations.get('toy:7');
    expect(count).toBe(used + 1);
    expect(requests).toHaveLength(2);
  });

  it('are asked for once more when the vendor refuses them, for a send too', async () => {
    const { url, requests } = await accepting('new');
    const given = ['old', 'old', 'new'];
    const inbox = inboxWith(() => ({ token: given.shift() ?? 'new' }), url);
    expect((await inbox.messages.send('toy:1', { text: 'x' })).nativeId).toBe('7');
    expect(requests.map(({ headers }) => headers['x-token'])).toEqual(['Toy old', 'Toy new']);
  });

  it('that are refused twice are refused', async () => {
    const { url, requests } = await accepting();
    const error = await failure(inboxWith(() => ({ token: 'old' }), url).conversations.close('toy:1'));
    expect(error).toMatchObject({ code: 'unauthorized', blame: 'credentials', outcome: 'not-sent', attempts: 2 });
    expect(requests).toHaveLength(2);
  });

  it('that are wrong, or a function that throws, send nothing and quote nothing', async () => {
    const { url, requests } = await accepting();
    const wrong = await failure(
      inboxWith(() => ({ token: 'canary value' }), url).messages.send('toy:1', { text: 'x' }),
    );
    expect(wrong).toMatchObject({ code: 'invalid-config', outcome: 'not-sent' });
    expect(wrong.message).toContain('credentials.token');
    const thrown = await failure(
      inboxWith(() => {
        throw new Error('canary value');
      }, url).conversations.get('toy:1'),
    );
    expect(thrown).toMatchObject({ code: 'invalid-config', blame: 'credentials' });
    for (const error of [wrong, thrown]) expect(JSON.stringify(error) + error.stack).not.toContain('canary value');
    expect(requests).toEqual([]);
  });

  it('leave the options to be checked at once', () => {
    const create = () => createInbox(toy, { credentials: () => ({ token: 'x' }), options: { baseUrl: 'ftp://x' } });
    expect(create).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining('options.baseUrl') }),
    );
  });

  it('serve native calls too, which are looked up when they are made', async () => {
    const { url } = await accepting('t');
    const inbox = inboxWith(() => ({ token: 't' }), url);
    expect(await inbox.native.ping({ word: 'a' })).toEqual({ pong: 'x' });
    expect(await inbox.native.account.me()).toEqual({ id: 7 });
    const unknown = inbox.native as unknown as { nowhere: { near: () => Promise<unknown> } };
    expect(await failure(unknown.nowhere.near())).toMatchObject({
      code: 'unsupported',
      operation: 'native.nowhere.near',
    });
    // Awaiting the calls themselves ends.
    await Promise.resolve(inbox.native);
  });
});
