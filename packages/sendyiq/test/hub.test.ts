import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { sendyiqChat, sendyiqSocial } from '@anyinbox/sendyiq';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { start } from '../src/hub-connection.ts';
import { caught } from './support/caught.ts';
import { useStore } from './support/store.ts';
import { openStream } from './support/stream.ts';

const uuid = '0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1';

describe('the stream of the hub', () => {
  const store = useStore({ conversations: 3 });
  const hub = '/hubs/store-conversations';

  async function opened(...args: Parameters<typeof openStream> | []) {
    const stream = openStream(args[0] ?? store.emulator, args[1]);
    onTestFinished(() => stream.abort());
    await vi.waitFor(() => expect(stream.told[0]).toBe('opened'));
    return stream;
  }

  it('opens with a hub token, never with the API key', async () => {
    const { tokens } = await opened();
    expect(store.emulator.hub.connections).toBe(1);
    const requests = store.emulator.requests.filter(({ path }) => path.startsWith(hub));
    expect(requests.map(({ path, status }) => `${path} ${status}`)).toEqual([`${hub}/negotiate 200`, `${hub} 101`]);
    for (const request of requests) expect(request.headers['authorization']).toBe(`Bearer ${tokens[0]}`);
    expect(JSON.stringify(requests)).not.toContain(store.emulator.apiKey);
  });

  it("tells the conversation of a customer's message and of the AI's, and nothing of an agent's", async () => {
    const { told } = await opened();
    const [first = '', second = ''] = store.conversationIds('chat');
    const inbox = store.chat();
    const conversation = (await inbox.conversations.list({ limit: 1 })).items[0];
    await inbox.messages.send(conversation?.id ?? '', { text: 'Hello' });
    store.emulator.receive({ conversationId: first, text: 'Hi' });
    store.emulator.replyAsAi({ conversationId: second, text: 'How can I help?' });
    await vi.waitFor(() => expect(told).toHaveLength(3));
    expect(told.slice(1)).toEqual([{ conversationId: first }, { conversationId: second }]);
  });

  it.each<{ args: unknown[] }>([
    { args: [{ conversationId: uuid }] },
    { args: [{ conversation_id: uuid }] },
    { args: [{ ConversationId: uuid }] },
    { args: [{ conversation: { id: uuid } }] },
    { args: ['store', { Message: { ConversationId: uuid, Id: 'another' } }] },
  ])('finds the conversation in $args', async ({ args }) => {
    const { told } = await opened();
    store.emulator.hub.push('MessageReceived', ...args);
    await vi.waitFor(() => expect(told).toEqual(['opened', { conversationId: uuid }]));
  });

  it.each<{ args: unknown[] }>([
    { args: [] },
    { args: [{}] },
    { args: [null, 7, 'text', [uuid]] },
    { args: [{ conversationId: '../channels' }] },
    { args: [{ conversationId: 5, id: uuid }] },
  ])('has the newest conversations looked at for $args', async ({ args }) => {
    const { told } = await opened();
    store.emulator.hub.push('NewCustomerMessage', ...args);
    await vi.waitFor(() => expect(told).toEqual(['opened', { conversations: 'newest' }]));
  });

  it('does not mind what it does not know', async () => {
    const { told } = await opened();
    store.emulator.hub.push('AgentTyping', { conversationId: uuid });
    store.emulator.hub.push('NewCustomerMessage', {});
    await vi.waitFor(() => expect(told).toEqual(['opened', { conversations: 'newest' }]));
  });

  it('ends when it is dropped, and takes a fresh token the next time', async () => {
    const first = await opened();
    store.emulator.hub.dropAll();
    await first.ended;
    const second = await opened();
    expect([first.tokens.length, second.tokens.length]).toEqual([1, 1]);
    expect(second.tokens[0]).not.toBe(first.tokens[0]);
  });

  it('ends at once when it is aborted', async () => {
    const stream = await opened();
    stream.abort();
    await stream.ended;
    store.emulator.hub.push('NewCustomerMessage', {});
    await vi.waitFor(() => expect(store.emulator.hub.connections).toBe(0));
    expect(stream.told).toEqual(['opened']);
  });

  it.each(['/hubs/store-conversations/negotiate', '/api/v1/store/integrations/chat/hub-token'])(
    'ends at once when it is aborted while it waits for %s',
    async (path) => {
      store.emulator.fail({ kind: 'delay', ms: 60_000, match: { path } });
      const stream = openStream(store.emulator);
      await vi.waitFor(() => expect(store.emulator.requests.at(-1)?.path).toBe(path));
      const at = Date.now();
      stream.abort();
      await stream.ended;
      expect(Date.now() - at).toBeLessThan(1000);
      expect(stream.told).toEqual([]);
    },
  );

  it('asks for nothing when it was aborted before', async () => {
    const stream = openStream(store.emulator, { aborted: true });
    await stream.ended;
    expect(stream.tokens).toEqual([]);
    expect(store.emulator.requests).toEqual([]);
  });

  it('fails without the token and the URL when the token is refused', async () => {
    const error = await caught(() => openStream(store.emulator, { token: 'hub-s3cret' }).ended);
    expect(error).toMatchObject({ code: 'unauthorized', blame: 'credentials', status: 401 });
    expect(inspect(error, { depth: 9 })).not.toMatch(/s3cret|127\.0\.0\.1/);
    expect(error.cause).toBeUndefined();
  });

  it.each([
    { at: `${hub}/negotiate`, code: 'network' },
    { at: hub, code: 'network' },
  ])('fails without the token and the URL when $at is down', async ({ at, code }) => {
    store.emulator.fail({ kind: 'status', status: 503, match: { path: at } });
    const stream = openStream(store.emulator);
    const error = await caught(() => stream.ended);
    expect(error).toMatchObject({ code, blame: 'network', retryable: true });
    const shown = inspect(error, { depth: 9 });
    expect(shown).not.toContain(stream.tokens[0] ?? 'no token');
    expect(shown).not.toContain('127.0.0.1');
    expect(stream.told).toEqual([]);
  });

  it('fails when nobody listens there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await new Promise((resolve) => server.close(resolve));
    const stream = openStream({ url: `http://127.0.0.1:${port}`, apiKey: 'k.s' }, { token: 'hub-s3cret' });
    const error = await caught(() => stream.ended);
    expect(error).toMatchObject({ code: 'network', retryable: true });
    expect(inspect(error)).not.toMatch(/s3cret|127\.0\.0\.1/);
  });

  it('fails when the vendor leaves the WebSocket unanswered', async () => {
    const connection = {
      start: () => new Promise<void>(() => {}),
      stop: async () => {},
      invoke: async () => {},
      on() {},
      onclose() {},
    };
    expect(await caught(() => start(connection, 10))).toMatchObject({ code: 'network', retryable: true });
  });

  it("passes the API's own refusal of a token on", async () => {
    const error = await caught(() => openStream({ url: store.emulator.url, apiKey: 'wrong.key' }).ended);
    expect(error).toMatchObject({ code: 'unauthorized', operation: expect.any(String) });
  });

  it('is the one of chat only', () => {
    const context = {
      config: sendyiqChat.config.parse({ credentials: { apiKey: 'k.s' } }),
      normalize: {},
      reportDrift: () => {},
      now: Date.now,
    };
    expect(sendyiqChat.connect(context).events?.stream).toBeTypeOf('function');
    expect(sendyiqSocial.connect(context).events?.stream).toBeUndefined();
  });
});
