import type { BrevoMessage } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { brevo, brevoWithWebhooks, draft } from '../support/brevo.ts';
import { testClock } from '../support/clock.ts';

describe('the seed', () => {
  test('is the same for the same clock, ids included', async () => {
    const { now } = testClock();
    const [first, second] = [await brevo({ now }), await brevo({ now })];
    expect(first.emulator.state).toEqual(second.emulator.state);
  });

  test('has all that an inbox must show', async () => {
    const { emulator } = await brevo();
    const { conversations, agents, groups } = emulator.state;
    const messages = conversations.flatMap((conversation) => conversation.messages);
    const distinct = <T, V>(items: readonly T[], value: (item: T) => V) => new Set(items.map(value));
    expect([conversations.length, agents.length, groups.length]).toEqual([45, 5, 3]);
    expect(distinct(conversations, ({ visitor }) => visitor.id).size).toBe(45);
    expect(distinct(messages, ({ id }) => id).size).toBe(messages.length);
    expect(distinct(conversations, ({ visitor }) => visitor.source)).toEqual(
      new Set(['widget', 'whatsapp', 'instagram', 'email']),
    );
    expect(distinct(conversations, ({ running }) => running).size).toBe(2);
    expect(Math.max(...conversations.map((conversation) => conversation.messages.length))).toBeGreaterThan(50);
    const fields = [
      ...['file', 'attachments', 'isPushed', 'isTrigger', 'isBot', 'isMissed', 'isMissedByVisitor', 'isForward'],
      ...['isSentViaJsApi', 'receivedFrom', 'forwardedToSourceStatus', 'rawUnsafeHtml', 'subject', 'from', 'to'],
      ...['cc', 'bcc', 'replyTo', 'sourceMessageId', 'agentUserpic'],
    ] as const satisfies (keyof BrevoMessage)[];
    for (const field of fields)
      expect(
        messages.filter((message) => field in message),
        field,
      ).not.toEqual([]);
    const mail = conversations.filter(({ visitor }) => visitor.source === 'email');
    const letters = mail.flatMap((conversation) => conversation.messages).filter(({ type }) => type === 'visitor');
    expect(letters.every(({ rawUnsafeHtml, from }) => rawUnsafeHtml !== undefined && from !== undefined)).toBe(true);
  });

  test('is in order, and each message knows its visitor', async () => {
    const { emulator } = await brevo();
    for (const { visitor, messages } of emulator.state.conversations) {
      const times = messages.map(({ createdAt }) => createdAt);
      expect(times).toEqual(times.toSorted((left, right) => left - right));
      expect(new Set(messages.map(({ visitorId }) => visitorId))).toEqual(new Set([visitor.id]));
    }
  });

  test('can be empty or of any size, and sends no webhook', async () => {
    expect((await brevo({ seed: 'empty' })).emulator.state.conversations).toEqual([]);
    const { emulator, arrived } = await brevoWithWebhooks({ seed: 'realistic', conversations: 3 });
    expect(emulator.state.conversations).toHaveLength(3);
    expect(await arrived()).toEqual([]);
  });

  test('is read and changed by REST', async () => {
    const { emulator, client } = await brevo();
    const messages = emulator.state.conversations.flatMap((conversation) => conversation.messages);
    const pushed = messages.find(({ isPushed }) => isPushed);
    const written = messages.find(({ receivedFrom }) => receivedFrom !== undefined);
    expect((await client.get(`/pushedMessages/${pushed?.id}`)).body).toEqual(pushed);
    expect((await client.get(`/messages/${written?.id}`)).body).toEqual(written);
    expect((await client.put(`/messages/${written?.id}`, { text: 'Other' })).status).toBe(200);
    expect(written?.text).toBe('Other');
  });
});

describe('the handle', () => {
  test('a known visitor can begin again, a running one not', async () => {
    const { emulator } = await brevo({ seed: 'empty' });
    const { id: visitorId } = emulator.addVisitor({ visitorId: 'ada', displayedName: 'Ada' });
    expect(visitorId).toBe('ada');
    const started = emulator.startConversation({ visitorId });
    expect(emulator.state.conversations).toMatchObject([{ conversationId: started.conversationId, running: true }]);
    expect(started.message).toMatchObject({ text: 'Hello', visitorId, type: 'visitor' });
    expect(() => emulator.startConversation({ visitorId })).toThrow('running already');
    expect(() => emulator.addVisitor({ visitorId })).toThrow('has a visitor ada already');
  });

  test('files may be sent with the first message, by either side', async () => {
    const { emulator } = await brevo({ seed: 'empty' });
    const attachments = [{ name: 'a.png', link: 'https://ucarecdn.com/1/a.png', mimeType: 'image/png' }];
    const agentId = emulator.state.agents[0]?.id ?? '';
    for (const options of [{ attachments }, { attachments, agentId }]) {
      expect(emulator.startConversation(options).message.attachments).toMatchObject([{ name: 'a.png', isImage: true }]);
    }
  });

  test('mistakes of the test are thrown, not answered', async () => {
    const { emulator } = await brevo({ seed: 'empty' });
    expect(() => emulator.receive({ visitorId: 'x', text: 'Hi' })).toThrow('no visitor x');
    expect(() => emulator.endConversation('x')).toThrow('no visitor x');
    expect(() => emulator.startConversation({ agentId: 'x' })).toThrow('no agent x');
    expect(() => emulator.addVisitor({ groupId: 'x' })).toThrow('no group x');
    expect(emulator.state.conversations).toEqual([]);
  });

  test('what is handed out is a copy', async () => {
    const { emulator } = await brevo({ seed: 'empty' });
    const visitor = emulator.addVisitor();
    const message = emulator.receive({ visitorId: visitor.id, text: 'Hello' });
    const id = visitor.id;
    visitor.id = 'changed';
    message.text = 'changed';
    expect(emulator.state.conversations).toMatchObject([{ visitor: { id }, messages: [{ text: 'Hello' }] }]);
  });

  test('reset brings back the seed, the behaviour and the first target', async () => {
    const clock = testClock();
    const { emulator, client } = await brevo({ now: clock.now });
    const before = structuredClone(emulator.state);
    const { state } = emulator;
    const { visitorId } = emulator.startConversation({ source: 'email' });
    emulator.setBehaviour({ forwardedToSourceStatus: 'success' });
    emulator.webhooks.configure({ url: 'http://127.0.0.1:1' });
    await client.post('/messages', {
      visitorId,
      text: 'x',
      agentEmail: 'a@b.example',
      agentName: 'A',
      receivedFrom: 'T',
    });
    expect(state).not.toEqual(before);
    emulator.reset();
    expect(state).toEqual(before);
    expect([emulator.requests, emulator.webhooks.deliveries]).toEqual([[], []]);
    const { visitorId: other } = emulator.startConversation({ source: 'email' });
    const sent = await client.post<BrevoMessage>('/messages', { visitorId: other, ...draft(emulator) });
    expect(sent.body).not.toHaveProperty('forwardedToSourceStatus');
    expect(emulator.webhooks.deliveries).toEqual([]);
  });

  test('is an async disposable that frees its port', async () => {
    const { emulator } = await brevo({ seed: 'empty' });
    expect(emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await emulator[Symbol.asyncDispose]();
    await expect(fetch(emulator.url)).rejects.toThrow('fetch failed');
  });
});
