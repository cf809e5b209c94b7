import type {
  BrevoConversationFragment,
  BrevoConversationTranscript,
  BrevoMessage,
  BrevoWebhookTarget,
} from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { brevo, brevoWithWebhooks, draft } from '../support/brevo.ts';
import { testClock } from '../support/clock.ts';

const names = (bodies: readonly { eventName: string }[]) => bodies.map(({ eventName }) => eventName);

describe('events', () => {
  test('a visitor begins: conversationStarted, then the message as a fragment', async () => {
    const clock = testClock();
    const { emulator, arrived } = await brevoWithWebhooks({ now: clock.now });
    const startPage = { link: 'https://shop.example.com/cart', title: 'Cart' };
    const started = emulator.startConversation({
      displayedName: 'Ada',
      email: 'ada@example.com',
      text: 'Hi',
      startPage,
    });
    const [first, second, ...rest] = await arrived();
    const visitor = emulator.state.conversations[0]?.visitor;
    const message = { id: started.message.id, type: 'visitor', text: 'Hi', html: 'Hi', createdAt: clock.now() };
    expect(first).toEqual({
      eventName: 'conversationStarted',
      conversationId: started.conversationId,
      conversationStartPage: startPage,
      isNoAvailableAgent: false,
      message,
      visitor,
    });
    expect(second).toEqual({
      eventName: 'conversationFragment',
      conversationId: started.conversationId,
      messages: [message],
      agents: [],
      visitor,
      isNoAvailableAgent: false,
    });
    expect(rest).toEqual([]);
    expect(visitor).toMatchObject({
      id: started.visitorId,
      source: 'widget',
      displayedName: 'Ada',
      attributes: { EMAIL: 'ada@example.com' },
    });
    expect(visitor?.threadId).not.toBe(started.conversationId);
    expect(visitor?.threadLink).toBe(`https://conversations-app.brevo.com/conversations/${visitor?.threadId}`);
  });

  test('an agent begins: the event names the agent', async () => {
    const { emulator, arrived } = await brevoWithWebhooks();
    const agent = emulator.state.agents[1];
    const { message } = emulator.startConversation({ source: 'whatsapp', agentId: agent?.id ?? '', text: 'Hello' });
    const [first, second] = await arrived();
    const wire = { id: agent?.id, name: agent?.name, email: agent?.email, userpic: null };
    expect(first).toMatchObject({ eventName: 'conversationStarted', agent: wire, message: { agentUserpic: null } });
    expect(second).toMatchObject({ agents: [wire], messages: [{ id: message.id, agentId: agent?.id, type: 'agent' }] });
    expect(first).not.toHaveProperty('conversationStartPage');
  });

  test('what is sent by REST comes back as a fragment with its marker, and begins a conversation', async () => {
    const { emulator, client, arrived } = await brevoWithWebhooks({
      forwardedToSourceStatus: 'success',
    });
    const { id: visitorId } = emulator.addVisitor({ source: 'instagram' });
    expect(await arrived()).toEqual([]);
    const body = { visitorId, ...draft(emulator), receivedFrom: 'anyinbox' };
    const sent = [
      await client.post<BrevoMessage>('/messages', body),
      await client.post<BrevoMessage>('/messages', body),
    ];
    const bodies = await arrived();
    expect(names(bodies)).toEqual(['conversationStarted', 'conversationFragment', 'conversationFragment']);
    const fragments = bodies.slice(1) as BrevoConversationFragment[];
    expect(fragments.map(({ messages }) => messages[0]?.id)).toEqual(sent.map(({ body: { id } }) => id));
    const { visitorId: _, forwardedToSourceStatus, ...shared } = (sent[0] as (typeof sent)[number]).body;
    expect(forwardedToSourceStatus).toEqual({ isSuccess: true });
    expect(fragments[0]?.messages).toEqual([shared]);
    expect(shared.receivedFrom).toBe('anyinbox');
  });

  test('a pushed message comes as a fragment and begins nothing', async () => {
    const { emulator, client, arrived } = await brevoWithWebhooks();
    const { id: visitorId } = emulator.addVisitor();
    await client.post('/pushedMessages', { visitorId, text: 'Sale!' });
    const bodies = await arrived();
    expect(bodies).toMatchObject([
      { eventName: 'conversationFragment', messages: [{ isPushed: true, text: 'Sale!' }] },
    ]);
    emulator.receive({ visitorId, text: 'Stop' });
    expect(names(await arrived())).toEqual(['conversationStarted', 'conversationFragment']);
  });

  test('editing and deleting are told to nobody', async () => {
    const { emulator, client, arrived } = await brevoWithWebhooks();
    const { id: visitorId } = emulator.addVisitor();
    const { body } = await client.post<BrevoMessage>('/messages', { visitorId, ...draft(emulator) });
    await arrived();
    await client.put(`/messages/${body.id}`, { text: 'Other' });
    await client.delete(`/messages/${body.id}`);
    expect(await arrived()).toEqual([]);
  });

  test('the end brings the transcript, and the next message begins anew under the same ids', async () => {
    const { emulator, client, arrived } = await brevoWithWebhooks();
    for (const agent of emulator.state.agents) agent.online = false;
    const { visitorId, conversationId } = emulator.startConversation({ text: 'Hi' });
    await client.post('/messages', { visitorId, ...draft(emulator) });
    await arrived();
    emulator.endConversation(visitorId);
    const [transcript, ...rest] = (await arrived()) as BrevoConversationTranscript[];
    expect(rest).toEqual([]);
    expect(transcript).toMatchObject({
      eventName: 'conversationTranscript',
      conversationId,
      messages: [{ text: 'Hi', isMissed: true }, { text: 'On its way' }],
      missedMessagesCount: 1,
      agents: [{ id: emulator.state.agents[0]?.id }],
      visitor: { id: visitorId, isBanned: false },
    });
    expect(() => emulator.endConversation(visitorId)).toThrow('not running');
    emulator.receive({ visitorId, text: 'One more thing' });
    const again = await arrived();
    expect(names(again)).toEqual(['conversationStarted', 'conversationFragment']);
    expect(again[0]?.conversationId).toBe(conversationId);
    expect(again[0]?.visitor).not.toHaveProperty('isBanned');
  });
});

describe('what a visitor sends', () => {
  const photo = {
    name: 'mug.jpg',
    link: 'https://ucarecdn.com/1/mug.jpg',
    mimeType: 'image/jpeg',
    size: 1_234,
    isInline: false,
    imageInfo: { width: 4, height: 3, previewLink: 'https://ucarecdn.com/1/-/preview/' },
  };

  test('files in both forms, under the new names', async () => {
    const { emulator, client, arrived } = await brevoWithWebhooks();
    const { id: visitorId } = emulator.addVisitor();
    const file = { name: 'bill.pdf', link: 'https://ucarecdn.com/2/bill.pdf' };
    const { id } = emulator.receive({ visitorId, file, attachments: [photo] });
    const message = ((await arrived())[1] as BrevoConversationFragment).messages[0];
    expect(message).toMatchObject({
      text: 'bill.pdf',
      file: { ...file, mimeType: 'application/octet-stream', size: 0, isImage: false },
      attachments: [{ ...photo, isImage: true }],
    });
    expect((await client.get(`/messages/${id}`)).body).toMatchObject({ ...message, visitorId });
  });

  test('or under the old names, in webhooks and in REST', async () => {
    const { emulator, client, arrived } = await brevoWithWebhooks({ attachmentNames: 'old' });
    const { id: visitorId } = emulator.addVisitor();
    const { name, link, imageInfo, ...rest } = photo;
    const { id } = emulator.receive({ visitorId, text: 'Look', file: photo, attachments: [photo] });
    const message = ((await arrived())[1] as BrevoConversationFragment).messages[0];
    const { previewLink, ...measures } = imageInfo;
    const old = { ...rest, isImage: true, isAllowedFileType: true, url: link };
    const oldInfo = { imageInfo: { ...measures, previewUrl: previewLink } };
    expect(message?.file).toEqual({ ...old, ...oldInfo, filename: name });
    expect(message?.attachments).toEqual([{ ...old, ...oldInfo, fileName: name, isInline: 'false' }]);
    expect((await client.get(`/messages/${id}`)).body).toMatchObject({ ...message });
    emulator.setBehaviour({ attachmentNames: 'new' });
    expect((await client.get<BrevoMessage>(`/messages/${id}`)).body.file).toEqual({
      ...photo,
      isImage: true,
      isAllowedFileType: true,
    });
  });

  test('e-mail has a subject, addresses and the original markup', async () => {
    const { emulator, arrived } = await brevoWithWebhooks();
    const { id: visitorId } = emulator.addVisitor({ source: 'email', displayedName: 'Ada', email: 'ada@example.com' });
    emulator.receive({ visitorId, text: 'Where is <it>?', subject: 'Order 7', cc: [{ email: 'bob@example.com' }] });
    emulator.receive({ visitorId, text: 'Well?' });
    const ada = { email: 'ada@example.com', name: 'Ada' };
    const [, first, second] = (await arrived()) as BrevoConversationFragment[];
    expect(first?.messages[0]).toMatchObject({
      subject: 'Order 7',
      from: ada,
      replyTo: ada,
      to: [{ email: 'support@shop.example.com', name: 'Example Shop' }],
      cc: [{ email: 'bob@example.com' }],
      html: 'Where is &lt;it&gt;?',
      rawUnsafeHtml: expect.stringContaining('<script>'),
      sourceMessageId: `<${visitorId}.1@mail.example.com>`,
    });
    expect(second?.messages[0]).toMatchObject({
      subject: 'Order 7',
      sourceMessageId: `<${visitorId}.2@mail.example.com>`,
    });
  });

  test('WhatsApp has a number and an id of the channel', async () => {
    const { emulator, arrived } = await brevoWithWebhooks();
    const groupId = emulator.state.groups[1]?.id ?? '';
    emulator.startConversation({ source: 'whatsapp', phone: '+12025550123', groupId, visitorId: 'v' });
    expect((await arrived())[0]).toMatchObject({
      visitor: { source: 'whatsapp', groupId, attributes: { WHATSAPP: '+12025550123', SMS: '+12025550123' } },
      message: { sourceMessageId: 'whatsapp.v.1' },
    });
  });
});

type Proof = Partial<BrevoWebhookTarget> & { userinfo?: string };

describe('proof of the sender', () => {
  test.each([
    [
      'basic authentication in the URL',
      { userinfo: 'hook%40x:s%3Ae' },
      { authorization: `Basic ${btoa('hook@x:s:e')}` },
    ],
    ['a bearer', { bearer: 'token-1' }, { authorization: 'Bearer token-1' }],
    ['a header', { headers: { 'X-Webhook-Token': 'secret' } }, { 'x-webhook-token': 'secret' }],
  ])('%s', async (_, proof, expected) => {
    const { userinfo, ...target }: Proof = proof;
    const { emulator, receiver, arrived } = await brevoWithWebhooks({}, target);
    if (userinfo !== undefined) emulator.webhooks.configure({ url: receiver.url.replace('//', `//${userinfo}@`) });
    emulator.startConversation();
    await arrived();
    expect(receiver.headers[0]).toMatchObject({ 'content-type': 'application/json', ...expected });
  });

  test('a target that is no web address is the test’s mistake', async () => {
    const { emulator } = await brevo();
    expect(() => emulator.webhooks.configure({ url: 'nowhere' })).toThrow(TypeError);
    expect(() => emulator.webhooks.configure({ url: 'ftp://files.example.com' })).toThrow(TypeError);
  });
});

describe('delivery', () => {
  const statuses = (list: (number | 'reset' | 'hang')[]) => {
    const left = [...list];
    return (_: unknown, response: { statusCode: number; end(): void; req: { socket: { destroy(): void } } }) => {
      const next = left.shift() ?? 200;
      if (next === 'hang') return;
      if (next === 'reset') return response.req.socket.destroy();
      response.statusCode = next;
      response.end();
    };
  };

  async function answering(list: (number | 'reset' | 'hang')[], retries: object = {}) {
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
    };
    const scene = await brevoWithWebhooks({ webhookRetries: { wait, ...retries } });
    scene.emulator.webhooks.configure();
    const { visitorId } = scene.emulator.startConversation();
    scene.emulator.webhooks.configure({ url: scene.receiver.url });
    scene.receiver.answer = statuses(list);
    const receive = (text: string) => scene.emulator.receive({ visitorId, text });
    return { ...scene, waits, receive };
  }

  test('is logged: event, body, status, attempts, outcome', async () => {
    const { emulator, receive, arrived } = await answering([200]);
    receive('Hi');
    expect(emulator.webhooks.deliveries).toMatchObject([{ outcome: 'pending', attempts: 0, status: undefined }]);
    const [body] = await arrived();
    expect(emulator.webhooks.deliveries).toEqual([
      { event: 'conversationFragment', body, status: 200, attempts: 1, outcome: 'delivered' },
    ]);
  });

  test.each([[[429, 200]], [['reset', 200]]] as const)('%j is tried again', async (list) => {
    const { emulator, receive, arrived, waits } = await answering([...list]);
    receive('Hi');
    const bodies = await arrived();
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toEqual(bodies[1]);
    expect(emulator.webhooks.deliveries).toMatchObject([{ status: 200, attempts: 2, outcome: 'delivered' }]);
    expect(waits).toEqual([600_000]);
  });

  test('a receiver that does not answer in time is tried again', async () => {
    const { emulator, receive, arrived } = await answering(['hang', 204], { timeoutMs: 40 });
    receive('Hi');
    await arrived();
    expect(emulator.webhooks.deliveries).toMatchObject([{ status: 204, attempts: 2, outcome: 'delivered' }]);
  });

  test.each([302, 400, 401, 404, 410, 500, 503])('%i ends it: discarded', async (status) => {
    const { emulator, receive, arrived, waits } = await answering([status]);
    receive('Hi');
    expect(await arrived()).toHaveLength(1);
    expect(emulator.webhooks.deliveries).toMatchObject([{ status, attempts: 1, outcome: 'discarded' }]);
    expect(waits).toEqual([]);
  });

  test('after the fourth retry it is discarded, or after those of your own schedule', async () => {
    const busy = Array.from({ length: 9 }, () => 429);
    const byDefault = await answering(busy);
    byDefault.receive('Hi');
    expect(await byDefault.arrived()).toHaveLength(5);
    expect(byDefault.waits.map((ms) => ms / 60_000)).toEqual([10, 60, 120, 480]);
    expect(byDefault.emulator.webhooks.deliveries).toMatchObject([{ status: 429, attempts: 5, outcome: 'discarded' }]);
    const own = await answering(busy, { delaysMs: [5] });
    own.receive('Hi');
    expect(await own.arrived()).toHaveLength(2);
    expect(own.waits).toEqual([5]);
  });

  test('an app that is down for a while gets it later, and what came after it earlier', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { emulator, receive, receiver } = await answering([429], { wait: () => gate });
    receive('First');
    receive('Second');
    await expect.poll(() => receiver.bodies.length).toBe(2);
    expect(emulator.webhooks.deliveries.map(({ outcome }) => outcome)).toEqual(['pending', 'delivered']);
    release();
    await emulator.webhooks.idle();
    const texts = receiver.bodies.map((body) => (JSON.parse(body) as BrevoConversationFragment).messages[0]?.text);
    expect(texts).toEqual(['First', 'Second', 'First']);
  });

  test('a port where nobody listens is tried to the end', async () => {
    const { emulator, receive } = await answering([]);
    emulator.webhooks.configure({ url: 'http://127.0.0.1:1/hook' });
    receive('Hi');
    await emulator.webhooks.idle();
    expect(emulator.webhooks.deliveries).toMatchObject([{ status: undefined, attempts: 5, outcome: 'discarded' }]);
  });

  test('nothing leaves without a target', async () => {
    const { emulator, receive, arrived } = await answering([]);
    emulator.webhooks.configure();
    receive('Hi');
    expect(await arrived()).toEqual([]);
    expect(emulator.webhooks.deliveries).toEqual([]);
  });

  test('any body can be sent, a second time or malformed', async () => {
    const { emulator, receive, receiver, arrived } = await answering([]);
    receive('Hi');
    const [body] = await arrived();
    emulator.webhooks.send('{ not JSON');
    await emulator.webhooks.idle();
    expect(receiver.bodies.splice(0)).toEqual(['{ not JSON']);
    emulator.webhooks.send(body);
    emulator.webhooks.send({ eventName: 'conversationRated', stars: 5 });
    emulator.webhooks.send(['?']);
    expect(await arrived()).toEqual([body, { eventName: 'conversationRated', stars: 5 }, ['?']]);
    expect(emulator.webhooks.deliveries.map(({ event }) => event)).toEqual([
      'conversationFragment',
      'unknown',
      'conversationFragment',
      'conversationRated',
      'unknown',
    ]);
  });

  test('what happens later does not change what was sent', async () => {
    const { emulator, receive, arrived } = await answering([]);
    const { id } = receive('Hi');
    const message = emulator.state.conversations[0]?.messages.find((each) => each.id === id) as BrevoMessage;
    message.text = 'Changed';
    const [body] = (await arrived()) as BrevoConversationFragment[];
    expect(body?.messages[0]?.text).toBe('Hi');
  });

  test('reset and close end the waiting', async () => {
    const waiting = {
      wait: (_: number, signal: AbortSignal) => new Promise((_, reject) => signal.addEventListener('abort', reject)),
    };
    const { emulator, receive, receiver } = await answering([429, 429], waiting);
    receive('Hi');
    await expect.poll(() => emulator.webhooks.deliveries[0]?.status).toBe(429);
    emulator.reset();
    await emulator.webhooks.idle();
    expect(emulator.webhooks.deliveries).toEqual([]);
    const { visitorId } = emulator.startConversation();
    emulator.webhooks.configure({ url: receiver.url });
    emulator.receive({ visitorId, text: 'Hi' });
    await expect.poll(() => emulator.webhooks.deliveries[0]?.status).toBe(429);
    await emulator.close();
    await emulator.webhooks.idle();
    expect(receiver.bodies).toHaveLength(2);
    expect(emulator.webhooks.deliveries).toMatchObject([{ attempts: 1, status: 429, outcome: 'pending' }]);
  });

  test('real time passes by default', async () => {
    const { receiver } = await brevoWithWebhooks();
    const { emulator } = await brevo({ webhook: { url: receiver.url }, webhookRetries: { delaysMs: [15] } });
    receiver.answer = statuses([429]);
    const before = Date.now();
    emulator.startConversation();
    await emulator.webhooks.idle();
    expect(Date.now() - before).toBeGreaterThanOrEqual(14);
    expect(emulator.webhooks.deliveries).toMatchObject([
      { attempts: 2, status: 200 },
      { attempts: 1, status: 200 },
    ]);
  });
});
