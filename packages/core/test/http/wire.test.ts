import { describe, expect, it } from 'vitest';
import { json, serve } from '../support/server.ts';
import { token, toyInbox } from '../support/toy-inbox.ts';

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
});
