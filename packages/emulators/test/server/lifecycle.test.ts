import { createServer } from 'node:http';
import { connect } from 'node:net';
import { startSendyiqEmulator, startSmartsenderEmulator } from '@anyinbox/emulators';
import { expect, test } from 'vitest';
import { sendyiq, smartsender } from '../support/emulators.ts';

function portOf(url: string): number {
  return Number(new URL(url).port);
}

test.each([
  ['smartsender', startSmartsenderEmulator],
  ['sendyiq', startSendyiqEmulator],
])('%s: the address is on the loopback interface and has no trailing slash', async (_, start) => {
  const emulator = await start();
  expect(emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await emulator.close();
});

test('close frees the port, and may be called again', async () => {
  const first = await startSmartsenderEmulator({ seed: 'empty' });
  const port = portOf(first.url);
  await Promise.all([first.close(), first.close()]);
  await first.close();
  const second = await startSmartsenderEmulator({ seed: 'empty', port });
  expect(second.url).toBe(first.url);
  await second.close();
});

test('close ends requests that hang', async () => {
  const emulator = await startSmartsenderEmulator({ seed: 'empty' });
  emulator.fail({ kind: 'delay', ms: 600_000 });
  emulator.fail({ kind: 'slow-body', ms: 600_000 });
  const hanging = fetch(`${emulator.url}/v1/me`);
  const refused = expect(hanging).rejects.toThrow('fetch failed');
  await expect.poll(() => emulator.requests.length).toBe(1);
  const dripping = await fetch(`${emulator.url}/v1/me`);
  const cut = expect(dripping.text()).rejects.toThrow('terminated');
  await emulator.close();
  await Promise.all([refused, cut]);
});

test('close ends connections that never sent a request', async () => {
  const emulator = await startSmartsenderEmulator({ seed: 'empty' });
  const socket = connect(portOf(emulator.url), '127.0.0.1');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write('GET /v1/me HTTP/1.1\r\n');
  await new Promise((resolve) => setTimeout(resolve, 20));
  await emulator.close();
  await closed;
});

test('it is an async disposable', async () => {
  const emulator = await startSendyiqEmulator({ seed: 'empty' });
  await emulator[Symbol.asyncDispose]();
  await expect(fetch(emulator.url)).rejects.toThrow('fetch failed');
});

test('a port that is taken rejects the start', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  await expect(startSendyiqEmulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => other.close(resolve));
});

test('two emulators share nothing', async () => {
  const [one, two] = [await smartsender(), await smartsender()];
  one.emulator.fail({ kind: 'status', status: 500 });
  one.emulator.addConversation({ text: 'Only here' });
  expect((await two.client.get('/me')).status).toBe(200);
  expect(two.emulator.state.conversations).toHaveLength(45);
  expect(one.emulator.requests).toHaveLength(0);

  const [three, four] = [await sendyiq(), await sendyiq()];
  three.emulator.setEnvelope({ list: 'array' });
  await three.client.delete(`/social/channels/${three.emulator.state.channels[0]?.id}`);
  expect((await four.client.get('/social/channels')).body).toMatchObject({ totalCount: 5 });
});
