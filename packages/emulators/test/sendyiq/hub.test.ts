import { once } from 'node:events';
import { connect } from 'node:net';
import type { SendyiqEmulator, SendyiqEmulatorOptions } from '@anyinbox/emulators';
import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { testClock } from '../support/clock.ts';
import { sendyiq } from '../support/emulators.ts';

const hub = '/hubs/store-conversations';

async function tokenFrom(emulator: SendyiqEmulator): Promise<string> {
  const url = `${emulator.url}/api/v1/store/integrations/chat/hub-token`;
  const response = await fetch(url, { method: 'POST', headers: { 'x-api-key': emulator.apiKey } });
  return ((await response.json()) as { token: string }).token;
}

interface Client {
  readonly connection: HubConnection;
  readonly received: unknown[][];
  readonly closed: Promise<unknown>;
}

async function client(emulator: SendyiqEmulator, token: string, skipNegotiation = false): Promise<Client> {
  const connection = new HubConnectionBuilder()
    .configureLogging(LogLevel.None)
    .withUrl(emulator.url + hub, {
      accessTokenFactory: () => token,
      skipNegotiation,
      transport: HttpTransportType.WebSockets,
    })
    .build();
  const received: unknown[][] = [];
  for (const target of ['NewCustomerMessage', 'MessageReceived'])
    connection.on(target, (...args) => received.push([target, ...args]));
  const closed = new Promise<unknown>((resolve) => connection.onclose(resolve));
  onTestFinished(() => connection.stop());
  await connection.start();
  return { connection, received, closed };
}

async function connected(options: SendyiqEmulatorOptions = {}) {
  const { emulator, client: http } = await sendyiq({ seed: 'empty', ...options });
  return { emulator, http, ...(await client(emulator, await tokenFrom(emulator))) };
}

test.each([false, true])('the vendor library connects, skipping the negotiation: %s', async (skip) => {
  const { emulator } = await sendyiq();
  const { connection, closed } = await client(emulator, await tokenFrom(emulator), skip);
  expect(emulator.hub.connections).toBe(1);
  expect(emulator.requests.at(-1)).toMatchObject({ method: 'GET', path: hub, status: 101 });
  await connection.stop();
  await closed;
  await vi.waitFor(() => expect(emulator.hub.connections).toBe(0));
});

test("pushes the customer's messages and the AI's, and no agent's", async () => {
  const { emulator, http, received } = await connected();
  const { id: conversationId } = emulator.addConversation();
  const first = emulator.receive({ conversationId, text: 'Hi' });
  await http.post(`/chat/conversations/${conversationId}/messages`, { text: 'From an agent' });
  const second = emulator.replyAsAi({ conversationId, text: 'From the AI' });
  expect(second).toMatchObject({ direction: 'Outbound', senderType: 'Ai' });
  await vi.waitFor(() => expect(received).toHaveLength(2));
  expect(received).toEqual([
    ['NewCustomerMessage', { conversationId, message: first }],
    ['NewCustomerMessage', { conversationId, message: second }],
  ]);
});

test('pushes nothing of social conversations', async () => {
  const { emulator, received } = await connected();
  emulator.addConversation({ kind: 'social', text: 'Hi' });
  emulator.hub.push('MessageReceived', 1, 'two');
  await vi.waitFor(() => expect(received).toEqual([['MessageReceived', 1, 'two']]));
});

test('pushes an empty payload when told so', async () => {
  const { emulator, received } = await connected({ hubPayload: 'empty' });
  emulator.addConversation({ text: 'Hi' });
  await vi.waitFor(() => expect(received).toEqual([['NewCustomerMessage', {}]]));
});

test.each(['dropAll', 'reset', 'close'] as const)('%s ends every connection', async (how) => {
  const { emulator, closed } = await connected();
  await (how === 'dropAll' ? emulator.hub.dropAll() : emulator[how]());
  expect(await closed).toBeInstanceOf(Error);
  await vi.waitFor(() => expect(emulator.hub.connections).toBe(0));
});

test('a token is refused that was not issued, has expired, or was issued before a reset', async () => {
  const time = testClock();
  const { emulator } = await sendyiq({ now: time.now });
  await expect(client(emulator, 'emulated-hub-token.1')).rejects.toThrow('401');
  await expect(client(emulator, 'toString')).rejects.toThrow('401');
  const expired = await tokenFrom(emulator);
  time.advance(5 * 60_000);
  await expect(client(emulator, expired)).rejects.toThrow('401');
  await expect(client(emulator, expired, true)).rejects.toThrow();
  expect(emulator.requests.at(-1)).toMatchObject({ path: hub, status: 401 });
  const token = await tokenFrom(emulator);
  emulator.reset();
  await expect(client(emulator, token)).rejects.toThrow('401');
  expect(emulator.hub.connections).toBe(0);
});

test('the negotiation answers as ASP.NET does, and is the only route', async () => {
  const { emulator } = await sendyiq();
  const query = `?access_token=${await tokenFrom(emulator)}`;
  const answer = await fetch(`${emulator.url}${hub}/negotiate${query}&negotiateVersion=1`, { method: 'POST' });
  expect(await answer.json()).toEqual({
    negotiateVersion: 1,
    connectionId: expect.any(String),
    connectionToken: expect.any(String),
    availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text', 'Binary'] }],
  });
  expect((await fetch(`${emulator.url}${hub}/negotiate${query}`)).status).toBe(404);
  expect((await fetch(`${emulator.url}${hub}${query}`, { method: 'POST' })).status).toBe(404);
});

test('faults strike upgrades too', async () => {
  const { emulator } = await sendyiq();
  const token = await tokenFrom(emulator);
  for (const fault of [
    { kind: 'status', status: 503 },
    { kind: 'reset', when: 'before-effect' },
  ] as const) {
    emulator.fail({ ...fault, match: { path: hub } });
    await expect(client(emulator, token)).rejects.toThrow();
    expect(emulator.requests.at(-1)).toMatchObject({ path: hub, fault: fault.kind });
  }
  await client(emulator, token);
});

test('an upgrade elsewhere, or with an id that was not negotiated, is not found', async () => {
  const { emulator } = await sendyiq();
  const token = await tokenFrom(emulator);
  for (const target of ['/', `${hub}/negotiate`, `${hub}?access_token=${token}&id=unknown`])
    expect(await upgrade(emulator, target)).toMatch(/^HTTP\/1\.1 404 /);
});

test('an unknown method is answered with an error', async () => {
  const { connection } = await connected();
  await expect(connection.invoke('JoinSession', 'a', 'b')).rejects.toThrow('Unknown hub method');
});

test.each(['no frame', '{}\u001e{', '{"protocol":"messagepack","version":1}\u001e', 'null\u001e'])(
  'a client that begins with %j is told so and left',
  async (text) => {
    const { emulator } = await sendyiq();
    const socket = new WebSocket(
      `${emulator.url.replace('http', 'ws')}${hub}?access_token=${await tokenFrom(emulator)}`,
    );
    const said: string[] = [];
    socket.on('message', (data) => said.push(String(data)));
    await once(socket, 'open');
    socket.send(text);
    await once(socket, 'close');
    expect(said).toEqual([expect.stringMatching(/^\{"error":".+"\}.$/)]);
    expect(emulator.hub.connections).toBe(0);
  },
);

test('pings are answered', async () => {
  const { emulator } = await sendyiq();
  const socket = new WebSocket(`${emulator.url.replace('http', 'ws')}${hub}?access_token=${await tokenFrom(emulator)}`);
  const said: string[] = [];
  socket.on('message', (data) => said.push(String(data)));
  await once(socket, 'open');
  socket.send('{"protocol":"json","version":1}\u001e{"type":6}\u001e');
  await vi.waitFor(() => expect(said).toEqual(['{}\u001e', '{"type":6}\u001e']));
  socket.send('{"type":7}\u001e');
  await once(socket, 'close');
});

async function upgrade(emulator: SendyiqEmulator, target: string): Promise<string> {
  const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
  const headers = 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13';
  socket.write(`GET ${target} HTTP/1.1\r\n${headers}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
  const [data] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return data.toString('latin1');
}
