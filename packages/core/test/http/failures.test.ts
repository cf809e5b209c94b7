import { getEventListeners, once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failure } from '../support/failure.ts';
import { json, serve } from '../support/server.ts';
import { toyInbox } from '../support/toy-inbox.ts';

const once1 = { maxAttempts: 1 };
const send = (url: string, options = {}) => failure(toyInbox(url, options).messages.send('toy:1', { text: 'hello' }));
const read = (url: string, options = {}) => failure(toyInbox(url, options).conversations.get('toy:1'));

describe('every status', () => {
  it.each([
    [300, 'unexpected-response', 'vendor', 'unknown'],
    [302, 'unexpected-response', 'vendor', 'unknown'],
    [400, 'invalid-request', 'caller', 'not-sent'],
    [401, 'unauthorized', 'credentials', 'not-sent'],
    [403, 'forbidden', 'credentials', 'not-sent'],
    [404, 'not-found', 'caller', 'not-sent'],
    [405, 'invalid-request', 'caller', 'not-sent'],
    [408, 'timeout', 'vendor', 'unknown'],
    [409, 'conflict', 'caller', 'not-sent'],
    [410, 'not-found', 'caller', 'not-sent'],
    [422, 'invalid-request', 'caller', 'not-sent'],
    [429, 'rate-limited', 'caller', 'not-sent'],
    [500, 'provider-unavailable', 'vendor', 'unknown'],
    [501, 'provider-unavailable', 'vendor', 'unknown'],
    [503, 'provider-unavailable', 'vendor', 'unknown'],
  ])('%i is %s, to blame: %s, a send then: %s', async (status, code, blame, outcome) => {
    const { url } = await serve((_request, response) =>
      json(response, { anything: 1 }, status, { location: '/elsewhere' }),
    );
    const where = { provider: 'toy', connectionId: 'toy', status, attempts: 1, code, blame };
    expect(await send(url, once1)).toMatchObject({ ...where, operation: 'messages.send', outcome });
    const onRead = await read(url, once1);
    expect(onRead).toMatchObject({ ...where, operation: 'conversations.get' });
    expect(onRead.outcome).toBeUndefined();
  });

  it('follows no redirect, so that no credential travels on', async () => {
    const elsewhere = await serve((_request, response) => json(response, { id: 1 }));
    const { url } = await serve((_request, response) => response.writeHead(307, { location: elsewhere.url }).end());
    expect((await read(url, once1)).hint).toContain('redirect');
    expect(elsewhere.requests).toEqual([]);
  });

  it('takes an error envelope for a failure on any status', async () => {
    const { url } = await serve((_request, response) =>
      json(response, { error: { code: 404, message: 'a person said' } }),
    );
    const error = await send(url, once1);
    expect(error).toMatchObject({ code: 'not-found', outcome: 'not-sent', vendorCode: '404', status: 404 });
    expect(String(error)).not.toContain('a person said');
  });

  it('does not trust an envelope that names no status', async () => {
    const { url } = await serve((_request, response) => json(response, { error: {} }));
    expect(await send(url, once1)).toMatchObject({
      code: 'conflict',
      blame: 'vendor',
      outcome: 'unknown',
      status: 200,
    });
  });

  it('keeps a vendor code and a request id only when they look like ones', async () => {
    const answers = [
      [{ error: { code: 'not_allowed' } }, 'req-1', 'not_allowed', 'req-1'],
      [{ error: { code: 'Email "kim@example.com" is taken' } }, 'kim@example.com said', undefined, undefined],
      [{ error: { code: '+380441234567' } }, 'x'.repeat(129), undefined, undefined],
    ] as const;
    for (const [body, id, vendorCode, requestId] of answers) {
      const { url } = await serve((_request, response) => json(response, body, 400, { 'x-request-id': id }));
      const error = await read(url, once1);
      expect([error.vendorCode, error.requestId]).toEqual([vendorCode, requestId]);
    }
  });
});

describe('a body', () => {
  const answerWith = (
    body: string | Buffer,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => serve((_request, response) => response.writeHead(200, headers).end(body));

  it.each([
    ['an HTML page', '<!doctype html><title>Login</title>', 'HTML'],
    ['half of a JSON text', '{"id": 1, "te', 'not JSON'],
    ['a key that pollutes', '{"id":1,"__proto__":{"admin":true}}', 'not JSON that we accept'],
    ['a thousand levels', `{"id":${'['.repeat(1000)}${']'.repeat(1000)}}`, 'not JSON that we accept'],
  ])('that is %s is no success', async (_, body, reason) => {
    const { url, requests } = await answerWith(body);
    const error = await send(url);
    expect(error).toMatchObject({ code: 'unexpected-response', blame: 'vendor', outcome: 'unknown', retryable: false });
    expect(error.message).toContain(reason);
    expect(requests).toHaveLength(1);
  });

  it('of JSON that does not fit names the path; the vendor took the message', async () => {
    const { url } = await answerWith('{"message":"a person said"}');
    const error = await send(url);
    expect(error).toMatchObject({ code: 'unexpected-response', outcome: 'sent' });
    expect(error.message).toBe("The vendor's answer cannot be read at body.id");
  });

  it('that is empty does not fit where one is needed', async () => {
    const { url } = await answerWith('');
    expect(await send(url)).toMatchObject({ code: 'unexpected-response', outcome: 'sent' });
    await toyInbox(url).conversations.close('toy:1');
  });

  it('may begin with a byte order mark', async () => {
    const { url } = await answerWith('\ufeff{"id":7,"name":"Kim"}');
    expect(await toyInbox(url).conversations.get('toy:7')).toMatchObject({ id: 'toy:7', contact: { name: 'Kim' } });
  });

  it('of more objects than anybody can map in time is refused', async () => {
    const { url } = await answerWith(JSON.stringify({ items: Array.from({ length: 60_000 }, () => ({})) }));
    expect(await read(url)).toMatchObject({ code: 'unexpected-response' });
  });

  it('over the bound ends early, also when it grows out of a small compressed one', async () => {
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(100_000);
    const compressed = await answerWith(bomb, { 'content-encoding': 'gzip' });
    expect((await read(compressed.url)).message).toContain('larger than the bound');
    const plain = await answerWith(Buffer.alloc(2000, 0x20));
    expect((await read(plain.url, { maxBodyBytes: 1999 })).message).toContain('larger than the bound');
    expect((await read(plain.url, { maxBodyBytes: 2000 })).message).not.toContain('larger');
  });

  it('that is not what its encoding says is a broken connection', async () => {
    const { url } = await answerWith('{"id":1}', { 'content-encoding': 'gzip' });
    expect(await read(url, once1)).toMatchObject({ code: 'network' });
  });
});

describe('a request body', () => {
  it('that is too large is refused before it leaves, whatever the bound of answers', async () => {
    const { url, requests } = await serve((_request, response) => json(response, { id: 7 }));
    const inbox = toyInbox(url, { maxBodyBytes: 3000 });
    expect((await inbox.messages.send('toy:1', { text: 'x'.repeat(4000) })).nativeId).toBe('7');
    const error = await failure(inbox.messages.send('toy:1', { text: 'x'.repeat(11 * 1024 * 1024) }));
    expect(error).toMatchObject({ code: 'invalid-request', blame: 'caller', outcome: 'not-sent', attempts: 0 });
    expect(requests).toHaveLength(1);
  });

  it('that is no JSON is refused before it leaves', async () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    for (const options of [circular, { big: 1n }]) {
      const draft = { text: 'x', providerOptions: { toy: options } };
      const error = await failure(toyInbox('http://127.0.0.1:9').messages.send('toy:1', draft));
      expect(error).toMatchObject({ code: 'invalid-request', outcome: 'not-sent', attempts: 0 });
    }
  });
});

describe('the network', () => {
  it('refusing the connection: nothing was sent, and a send is repeated', async () => {
    const { url } = await serve(() => {});
    const port = new URL(url).port;
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port: free } = closed.address() as { port: number };
    closed.close();
    await once(closed, 'close');
    expect(String(free)).not.toBe(port);
    const error = await send(`http://127.0.0.1:${free}`, { maxAttempts: 2 });
    expect(error).toMatchObject({
      code: 'network',
      blame: 'network',
      outcome: 'not-sent',
      retryable: true,
      attempts: 2,
    });
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('breaking off before the answer: a read is repeated, a send is not, and nobody knows', async () => {
    const broken = await serve((request, response, count) => {
      if (request.method === 'POST' || count === 1) response.destroy();
      else json(response, { id: 7 });
    });
    expect(await toyInbox(broken.url).conversations.get('toy:7')).toMatchObject({ nativeId: '7' });
    expect(broken.requests).toHaveLength(2);
    expect(await send(broken.url)).toMatchObject({
      code: 'network',
      outcome: 'unknown',
      retryable: false,
      attempts: 1,
    });
    expect(broken.requests).toHaveLength(3);
  });

  it('breaking off within the answer', async () => {
    const { url } = await serve(async (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"id":');
      await delay(10);
      response.destroy();
    });
    expect(await send(url)).toMatchObject({ code: 'network', outcome: 'unknown', attempts: 1 });
    expect(await read(url, { maxAttempts: 2 })).toMatchObject({ code: 'network', attempts: 2 });
  });
});

describe('time', () => {
  it.each([
    ['the headers', () => {}],
    [
      'the body',
      async (_request: unknown, response: import('node:http').ServerResponse) => {
        response.writeHead(200);
        for (let count = 0; count < 50 && !response.destroyed; count++) {
          response.write(' ');
          await delay(20);
        }
      },
    ],
  ])('for one attempt covers %s', async (_, answer) => {
    const { url } = await serve(answer);
    const startedAt = Date.now();
    const error = await send(url, { timeoutMs: 100 });
    expect(error).toMatchObject({ code: 'timeout', blame: 'vendor', outcome: 'unknown', attempts: 1 });
    expect(Date.now() - startedAt).toBeLessThan(900);
  });

  it('of an attempt ends with the time of all of them', async () => {
    const { url } = await serve(() => {});
    const startedAt = Date.now();
    expect((await read(url, { timeoutMs: 20_000, deadlineMs: 200 })).code).toBe('timeout');
    expect(Date.now() - startedAt).toBeLessThan(5000);
  });

  it('for all attempts is bounded too', async () => {
    const { url, requests } = await serve(() => {});
    const error = await read(url, { timeoutMs: 150, deadlineMs: 400, maxAttempts: 10 });
    expect(error.code).toBe('timeout');
    expect(requests.length).toBeLessThanOrEqual(2);
  });
});

describe('aborting', () => {
  const reason = new Error('the user left');

  it('before: nothing is requested', async () => {
    const { url, requests } = await serve(() => {});
    const inbox = toyInbox(url);
    const error = await failure(inbox.messages.send('toy:1', { text: 'x' }, { signal: AbortSignal.abort(reason) }));
    expect(error).toMatchObject({ code: 'aborted', blame: 'caller', outcome: 'not-sent', cause: reason });
    expect(requests).toEqual([]);
  });

  it('while the vendor thinks: at once, with the reason, and nobody knows', async () => {
    const controller = new AbortController();
    const { url } = await serve(() => controller.abort(reason));
    const error = await failure(toyInbox(url).messages.send('toy:1', { text: 'x' }, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'aborted', outcome: 'unknown', cause: reason, retryable: false });
  });

  it('while waiting to retry: at once, with the reason', async () => {
    const controller = new AbortController();
    const { url, requests } = await serve((_request, response) => {
      json(response, {}, 429, { 'x-reset': '30' });
      setTimeout(() => controller.abort(reason), 20);
    });
    const startedAt = Date.now();
    const error = await failure(toyInbox(url).messages.send('toy:1', { text: 'x' }, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'aborted', outcome: 'not-sent', cause: reason });
    expect(Date.now() - startedAt).toBeLessThan(5000);
    expect(requests).toHaveLength(1);
  });

  it('after the answer changes nothing: what was sent is said', async () => {
    const controller = new AbortController();
    const { url } = await serve((_request, response) => json(response, { id: 7 }));
    const sent = await toyInbox(url).messages.send('toy:1', { text: 'x' }, { signal: controller.signal });
    controller.abort();
    expect(sent.nativeId).toBe('7');
  });

  it('leaves nothing behind on a signal that lives long', async () => {
    const { url } = await serve((_request, response) => json(response, { id: 7, items: [{ id: 1 }] }));
    const inbox = toyInbox(url);
    const { signal } = new AbortController();
    await inbox.conversations.get('toy:7', { signal });
    await inbox.messages.send('toy:7', { text: 'x' }, { signal });
    for await (const _ of inbox.conversations.list({ signal })) break;
    for await (const _ of inbox.conversations.list({ signal }));
    await failure(inbox.conversations.get('toy:..', { signal }));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
