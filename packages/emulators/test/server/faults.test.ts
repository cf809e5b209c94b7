import type { FaultRule, SmartsenderEmulator } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { sendyiq, smartsender } from '../support/emulators.ts';

const text = { type: 'text', watermark: 1, content: 'Only once, please' };

async function withChat() {
  const { emulator, client } = await smartsender({ seed: 'empty' });
  const chat = emulator.addConversation({ text: 'Hello' });
  const send = (signal?: AbortSignal) =>
    fetch(`${emulator.url}/v1/contacts/${chat.contact.originalId}/send`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(text),
      ...(signal === undefined ? {} : { signal }),
    });
  return { emulator, client, send, sent: () => sentMessages(emulator) };
}

function sentMessages(emulator: SmartsenderEmulator): number {
  return emulator.state.conversations.flatMap(({ messages }) => messages).length - 1;
}

describe('status', () => {
  test('answers in the envelope of the vendor, with its headers, and nothing happens', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'status', status: 503, message: 'Down for maintenance', headers: { 'retry-after': '7' } });
    const response = await send();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({ error: { code: 503, message: 'Down for maintenance' } });
    expect(sent()).toBe(0);
  });

  test('after the effect, the message is there although the answer is an error', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'status', status: 500, when: 'after-effect' });
    expect((await send()).status).toBe(500);
    expect(sent()).toBe(1);
  });

  test('the other vendor has the other envelope', async () => {
    const { emulator, client } = await sendyiq({ seed: 'empty' });
    emulator.fail({ kind: 'status', status: 400, message: 'The key is not linked to a store' });
    const reply = await client.get('/social/channels');
    expect(reply).toMatchObject({ status: 400, body: { errors: {}, message: 'The key is not linked to a store' } });
  });

  test('204 has no body and no length', async () => {
    const { emulator, send } = await withChat();
    emulator.fail({ kind: 'status', status: 204 });
    const response = await send();
    expect(response.status).toBe(204);
    expect(response.headers.get('content-length')).toBeNull();
    expect(await response.text()).toBe('');
  });

  test.each([0, 100, 199, 600, 200.5])('%d is no status to answer with', async (status) => {
    const { emulator } = await withChat();
    expect(() => emulator.fail({ kind: 'status', status })).toThrow(RangeError);
  });
});

describe('reset', () => {
  test.each([
    ['before-effect', 0],
    ['after-effect', 1],
  ] as const)('%s leaves %i messages and no byte of answer', async (when, messages) => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'reset', when });
    await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(sent()).toBe(messages);
    expect(emulator.requests).toMatchObject([{ method: 'POST', body: text, fault: 'reset' }]);
    expect(emulator.requests[0]?.status).toBeUndefined();
  });

  test('the next request is answered', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'reset', when: 'before-effect' });
    await send().catch(() => undefined);
    expect((await send()).status).toBe(200);
    expect(sent()).toBe(1);
  });
});

describe('truncate', () => {
  test('declares the whole length and closes in the middle, after the effect', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'truncate' });
    const response = await send();
    expect(response.status).toBe(200);
    const declared = Number(response.headers.get('content-length'));
    let received = 0;
    const reading = async () => {
      for await (const piece of response.body ?? []) received += (piece as Uint8Array).length;
    };
    await expect(reading()).rejects.toThrow('terminated');
    expect(received).toBe(Math.floor(declared / 2));
    expect(sent()).toBe(1);
  });
});

describe('body', () => {
  test('a page where JSON was expected, with status 200', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'body', body: '<h1>Please log in</h1>' });
    const response = await send();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<h1>Please log in</h1>');
    expect(sent()).toBe(0);
  });

  test('JSON of another form, after the effect', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'body', body: { ok: 1 }, status: 202, headers: { 'x-proxy': 'yes' }, when: 'after-effect' });
    const response = await send();
    expect(response.status).toBe(202);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('x-proxy')).toBe('yes');
    expect(await response.json()).toEqual({ ok: 1 });
    expect(sent()).toBe(1);
  });

  test('broken JSON, and JSON under a wrong type', async () => {
    const { emulator, send } = await withChat();
    emulator.fail({ kind: 'body', body: '{"collection": [', contentType: 'application/json' });
    emulator.fail({ kind: 'body', body: [], contentType: 'text/plain' });
    const [broken, mistyped] = [await send(), await send()];
    expect(broken.headers.get('content-type')).toBe('application/json');
    await expect(broken.json()).rejects.toThrow(SyntaxError);
    expect(mistyped.headers.get('content-type')).toBe('text/plain');
    expect(await mistyped.json()).toEqual([]);
  });
});

describe('delay', () => {
  test('waits, then gives the true answer', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'delay', ms: 120 });
    const started = performance.now();
    const answering = send();
    await expect.poll(sent).toBe(1);
    expect((await answering).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(110);
  });

  test('a client that gives up has sent its message all the same', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'delay', ms: 60_000 });
    await expect(send(AbortSignal.timeout(80))).rejects.toThrow('timeout');
    expect(sent()).toBe(1);
    expect(emulator.requests[0]).toMatchObject({ fault: 'delay' });
    expect(emulator.requests[0]?.status).toBeUndefined();
  });

  test('before the effect, a client that gives up leaves nothing behind', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'delay', ms: 150, when: 'before-effect' });
    await expect(send(AbortSignal.timeout(50))).rejects.toThrow('timeout');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent()).toBe(0);
    emulator.fail({ kind: 'delay', ms: 20, when: 'before-effect' });
    expect((await send()).status).toBe(200);
    expect(sent()).toBe(1);
  });
});

describe('slow-body', () => {
  test('the headers come at once, the body over the given time', async () => {
    const { emulator, send, sent } = await withChat();
    emulator.fail({ kind: 'slow-body', ms: 600 });
    const started = performance.now();
    const response = await send();
    const headersAfter = performance.now() - started;
    expect(sent()).toBe(1);
    expect(await response.json()).toMatchObject({ content: { type: 'text' } });
    expect(headersAfter).toBeLessThan(300);
    expect(performance.now() - started).toBeGreaterThan(550);
  });

  test('ends when the client leaves', async () => {
    const { emulator, send } = await withChat();
    emulator.fail({ kind: 'slow-body', ms: 60_000 });
    const response = await send(AbortSignal.timeout(100));
    await expect(response.text()).rejects.toThrow('timeout');
    expect(emulator.requests[0]?.status).toBe(200);
  });
});

describe('the queue', () => {
  const down = (rule: Partial<FaultRule> = {}): FaultRule => ({ kind: 'status', status: 503, ...rule }) as FaultRule;

  async function statuses(rule: FaultRule, paths: readonly string[]): Promise<number[]> {
    const { emulator, client } = await withChat();
    emulator.fail(rule);
    const seen: number[] = [];
    for (const path of paths) seen.push((await client.get(path)).status);
    return seen;
  }

  test('a fault strikes once unless told otherwise', async () => {
    expect(await statuses(down(), ['/me', '/me'])).toEqual([503, 200]);
    expect(await statuses(down({ times: 2 }), ['/me', '/me', '/me'])).toEqual([503, 503, 200]);
    expect(await statuses(down({ times: Number.POSITIVE_INFINITY }), ['/me', '/me', '/me'])).toEqual([503, 503, 503]);
  });

  test('a fault waits for a request that it matches', async () => {
    const paths = ['/me', '/chats?page=1', '/channels'];
    expect(await statuses(down({ match: { path: '/v1/chats' } }), paths)).toEqual([200, 503, 200]);
    expect(await statuses(down({ match: { path: /ch/g }, times: 5 }), paths)).toEqual([200, 503, 503]);
    expect(await statuses(down({ match: { method: 'get' } }), paths)).toEqual([503, 200, 200]);
    expect(await statuses(down({ match: { method: 'POST' } }), paths)).toEqual([200, 200, 200]);
    expect(await statuses(down({ match: { path: '/v1/ch' } }), paths)).toEqual([200, 200, 200]);
  });

  test('faults strike in the order they were queued', async () => {
    const { emulator, client } = await withChat();
    for (const status of [500, 502, 503]) emulator.fail({ kind: 'status', status });
    const seen = [await client.get('/me'), await client.get('/me'), await client.get('/me'), await client.get('/me')];
    expect(seen.map(({ status }) => status)).toEqual([500, 502, 503, 200]);
  });

  test('faults can be taken back', async () => {
    const { emulator, client } = await withChat();
    for (const forget of [emulator.clearFaults, emulator.reset]) {
      emulator.fail(down({ times: 9 }));
      expect((await client.get('/me')).status).toBe(503);
      forget();
      expect((await client.get('/me')).status).toBe(200);
    }
  });

  test('a fault comes before the credentials are looked at', async () => {
    const { emulator } = await withChat();
    emulator.fail(down());
    expect((await fetch(`${emulator.url}/v1/me`)).status).toBe(503);
    expect((await fetch(`${emulator.url}/v1/me`)).status).toBe(401);
  });
});
