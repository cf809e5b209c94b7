import { expect, test } from 'vitest';
import { smartsender } from '../support/emulators.ts';
import { rawRequest } from '../support/raw-request.ts';

const mebibyte = 1024 * 1024;

async function post(size: number) {
  const { emulator } = await smartsender({ seed: 'empty' });
  const chat = emulator.addConversation();
  const response = await fetch(`${emulator.url}/v1/contacts/${chat.contact.originalId}/send`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'text', watermark: 1, content: '' }).replace('""', `"${'x'.repeat(size)}"`),
  });
  return { emulator, response };
}

test('a body of up to one mebibyte is taken', async () => {
  const { response } = await post(mebibyte - 100);
  expect(response.status).toBe(200);
});

test('a larger body is refused in the envelope and has no effect', async () => {
  const { emulator, response } = await post(3 * mebibyte);
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { code: 413 } });
  expect(emulator.state.conversations[0]?.messages).toEqual([]);
  expect(emulator.requests[0]).toMatchObject({ method: 'POST', status: 413, body: undefined });
});

test.each(['GET http://elsewhere.example.com/v1/me HTTP/1.1', 'OPTIONS * HTTP/1.1', 'TRACE /v1/me HTTP/1.1'])(
  '%s is refused',
  async (line) => {
    const { emulator } = await smartsender({ seed: 'empty' });
    const answer = await rawRequest(emulator.url, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('Malformed request');
  },
);

test('a client that leaves in the middle of its body harms nobody', async () => {
  const { emulator, client } = await smartsender({ seed: 'empty' });
  const controller = new AbortController();
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{"state":'));
      setTimeout(() => controller.abort(new Error('left')), 30);
    },
  });
  const request = { method: 'PUT', body, duplex: 'half', signal: controller.signal } as RequestInit;
  await expect(fetch(`${emulator.url}/v1/channels/118`, request)).rejects.toThrow('left');
  expect((await client.get('/me')).status).toBe(200);
  expect(emulator.requests[0]?.status).toBeUndefined();
});
