import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { toNodeHandler } from '@anyinbox/core';
import { expect, onTestFinished, test } from 'vitest';
import { logOf, until } from '../support/event-tenants.ts';
import { at, eventfulTenants, messageOf, received, secret } from '../support/eventful-vendor.ts';

const told = JSON.stringify({ events: [received('c1', messageOf('m1', 'Hello', at(1)))] });

/** A server with the handler, at which raw bytes can be thrown. Fails the test when the handler ever rejects. */
async function listen(prepare: (request: IncomingMessage) => void = () => {}) {
  const kept = eventfulTenants();
  const handle = toNodeHandler(kept.tenants.webhooks);
  const rejected: unknown[] = [];
  const listener: RequestListener = (request, response) => {
    prepare(request);
    handle(request, response).catch((error: unknown) => rejected.push(error));
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    expect(rejected).toEqual([]);
  });
  const { port } = server.address() as AddressInfo;
  /** Everything that came back until the connection ended. `drop` ends it from our side when these bytes are out. */
  const raw = (text: string, { drop = false } = {}) =>
    new Promise<string>((resolve) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text, () => drop && socket.destroy()));
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(answer));
    });
  const head = (line: string, ...more: string[]) =>
    [line, 'host: x', 'connection: close', ...more, '', ''].join('\r\n');
  const status = async (text: string) => Number((await raw(text)).split(' ')[1]);
  return { ...kept, raw, head, status, url: `http://127.0.0.1:${port}` };
}

test.each([
  'POST //',
  'POST ///',
  'POST //:99999/acme/mail',
  'POST http://[/acme/mail',
  'POST http://you.example:1/acme/mail',
  'POST /%00/%ff/%',
  'POST /..%2f..%2f/acme/mail',
  'POST *',
  'TRACE /acme/mail',
  'PROPFIND /acme/mail',
  'GET /acme/mail',
  'HEAD /acme/mail',
  'OPTIONS *',
])('%s is answered, and the next one taken', async (line) => {
  const { head, status, store } = await listen();
  const answer = await status(`${head(`${line} HTTP/1.1`, 'content-length: 2')}{}`);
  expect([400, 401, 404, 405]).toContain(answer);
  expect(await logOf(store)).toEqual([]);
  const good = `${head(`POST /acme/mail/${secret} HTTP/1.1`, `content-length: ${told.length}`)}${told}`;
  expect(await status(good)).toBe(200);
});

test('a body that never ends is cut off soon after a mebibyte, whether it says its length or not', async () => {
  const { url, store } = await listen();
  let sent = 0;
  const endless = new ReadableStream({
    async pull(controller) {
      sent += 65_536;
      if (sent > 50_000_000) return controller.close();
      controller.enqueue(new Uint8Array(65_536));
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
  });
  const init = { method: 'POST', body: endless, duplex: 'half' } as RequestInit;
  const status = await fetch(`${url}/acme/mail/${secret}`, init).then(
    (answer) => answer.status,
    () => 'cut off',
  );
  expect([413, 'cut off']).toContain(status);
  expect(sent).toBeLessThan(20_000_000);
  expect(await logOf(store)).toEqual([]);
  const good = await fetch(`${url}/acme/mail/${secret}`, {
    method: 'POST',
    body: told,
    headers: { connection: 'close' },
  });
  expect(good.status).toBe(200);
});

test('a chunked body of more than a mebibyte is told so', async () => {
  const { head, raw } = await listen();
  const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const answer = await raw(
    `${head(`POST /acme/mail/${secret} HTTP/1.1`, 'transfer-encoding: chunked')}${piece.repeat(17)}`,
  );
  expect(answer).toContain(' 413 ');
  expect(answer).toContain('the body is too large');
});

test('a sender that hangs up in the middle of its body has told nothing, and does no harm', async () => {
  const { head, raw, store, status } = await listen();
  const start = head(`POST /acme/mail/${secret} HTTP/1.1`, `content-length: ${told.length}`);
  for (const length of [0, 1, told.length - 1])
    await Promise.all([1, 2, 3].map(() => raw(start + told.slice(0, length), { drop: true })));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await logOf(store)).toEqual([]);
  expect(await status(start + told)).toBe(200);
  await until(async () => (await logOf(store)).length === 1);
});

test('a body in pieces, with characters cut in two, is whole', async () => {
  const { url, store } = await listen();
  const bytes = new TextEncoder().encode(
    JSON.stringify({ events: [received('c1', messageOf('m1', 'Grüße 💬 日本', at(1)))] }),
  );
  let place = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (place >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(place, ++place));
    },
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const init = { method: 'POST', body, duplex: 'half', headers } as RequestInit;
  expect((await fetch(`${url}/acme/mail/${secret}`, init)).status).toBe(200);
  expect((await logOf(store))[0]?.data.message?.text).toBe('Grüße 💬 日本');
});

test('mounted below a path the way Express does it, the whole path counts', async () => {
  const { url, store } = await listen((request) => {
    Object.assign(request, { originalUrl: request.url, url: '/' });
  });
  const answer = await fetch(`${url}/webhooks/acme/mail/${secret}?token=x#y`, { method: 'POST', body: told });
  expect(answer.status).toBe(200);
  expect(await logOf(store)).toHaveLength(1);
});

test.each([
  ['a text', () => told],
  ['bytes', () => Buffer.from(told)],
])('a raw body that was kept as %s is taken', async (_what, kept) => {
  const { url, store } = await listen((request) => {
    Object.assign(request, { rawBody: kept(), body: { parsed: true } });
  });
  expect((await fetch(`${url}/acme/mail/${secret}`, { method: 'POST', body: 'x' })).status).toBe(200);
  expect((await logOf(store))[0]?.type).toBe('message.received');
});

test('a Request whose body somebody read is told what is wrong', async () => {
  const { tenants, store } = eventfulTenants();
  const request = new Request(`https://you.example/acme/mail/${secret}`, { method: 'POST', body: told });
  await request.text();
  const answer = await tenants.webhooks(request);
  expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('before body parsers')]);
  expect(await logOf(store)).toEqual([]);
});
