import type { SmartsenderChat, SmartsenderList, SmartsenderMessage } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { smartsender } from '../support/emulators.ts';

type Invalid = { error: { code: number; message: string; description: Record<string, string[]> } };

async function withChat(options: { subscribed?: boolean; channelIds?: number[] } = {}) {
  const { emulator, client } = await smartsender();
  const chat = emulator.addConversation({ text: 'Hello', ...options });
  return { emulator, client, chat, path: `/contacts/${chat.contact.originalId}/send` };
}

describe('text', () => {
  test('is answered with the message, kept, and brings the chat to the top', async () => {
    const { emulator, client, path, chat } = await withChat();
    emulator.addConversation({ text: 'Later' });
    const sent = await client.post<SmartsenderMessage>(path, { type: 'text', watermark: 1, content: 'Good morning' });
    expect(sent.status).toBe(200);
    expect(sent.body).toMatchObject({
      content: { type: 'text', resource: { parameters: { content: 'Good morning' } } },
      internal: false,
      state: { type: 'sent', message: null },
      sender: { type: 'operator' },
      gate: { id: chat.gates[0]?.id },
      deliveredAt: null,
    });
    const messages = await client.get<SmartsenderList<SmartsenderMessage>>(`/chats/${chat.id}/messages`);
    expect(messages.body.collection[0]).toEqual(sent.body);
    const chats = await client.get<SmartsenderList<SmartsenderChat>>('/chats?limitation=1');
    expect(chats.body.collection[0]?.id).toBe(chat.id);
  });

  test('does not change the unread count', async () => {
    const { client, path, chat } = await withChat();
    await client.post(path, { type: 'text', watermark: 1, content: 'Good morning' });
    expect((await client.get<SmartsenderChat>(`/chats/${chat.id}`)).body.gates[0]?.unreadMessages).toBe(1);
  });

  test.each([1, '111', 1_763_640_000, '1763640000', 1763640000.5])('takes the watermark %j', async (watermark) => {
    const { client, path } = await withChat();
    expect((await client.post(path, { type: 'text', watermark, content: 'x' })).status).toBe(200);
  });
});

describe('addressing', () => {
  test('the id that is not originalId finds nobody', async () => {
    const { emulator, client, chat } = await withChat();
    for (const id of [chat.contact.id, chat.id, chat.gates[0]?.id]) {
      expect((await client.post(`/contacts/${id}/send`, { type: 'text', watermark: 1, content: 'x' })).status).toBe(
        404,
      );
    }
    expect(emulator.state.conversations.find(({ id }) => id === chat.id)?.messages).toHaveLength(1);
  });

  test('a chat without a subscribed gate cannot be written to', async () => {
    const { client, path, chat } = await withChat({ subscribed: false });
    const reply = await client.post<Invalid>(path, { type: 'text', watermark: 1, content: 'x' });
    expect(reply.status).toBe(400);
    expect(reply.body.error.code).toBe(400);
    const { body } = await client.get<SmartsenderList<SmartsenderMessage>>(`/chats/${chat.id}/messages`);
    expect(body.collection).toHaveLength(1);
  });

  test('of several gates the one the contact wrote to last is taken', async () => {
    const { emulator, client, path, chat } = await withChat({ channelIds: [118, 120] });
    const second = chat.gates[1]?.id ?? 0;
    emulator.receive({ conversationId: chat.id, text: 'Now from Instagram', gateId: second });
    const sent = await client.post<SmartsenderMessage>(path, { type: 'text', watermark: 1, content: 'x' });
    expect(sent.body.gate).toMatchObject({ id: second, channel: { type: 'instagram' } });
  });

  test('an unsubscribed gate is passed over', async () => {
    const { emulator, client, path, chat } = await withChat({ channelIds: [118, 120] });
    const kept = emulator.state.conversations.find(({ id }) => id === chat.id);
    for (const gate of kept?.gates.slice(0, 1) ?? []) gate.subscribed = false;
    const sent = await client.post<SmartsenderMessage>(path, { type: 'text', watermark: 1, content: 'x' });
    expect(sent.body.gate.id).toBe(chat.gates[1]?.id);
  });
});

describe('other types', () => {
  test.each([
    ['picture', 'https://cdn.example.com/a.png', 'picture'],
    ['file', 'https://cdn.example.com/a.png', 'file'],
    ['voice', 'https://cdn.example.com/a.ogg', 'voice'],
    ['video', 'https://cdn.example.com/a.mp4', 'video'],
    ['audio', 'https://cdn.example.com/a.mp3?v=2', 'audio'],
    ['animation', 'https://cdn.example.com/a.gif', 'animation'],
    ['picture', 'https://cdn.example.com/picture/77', 'picture'],
    ['picture', 'https://cdn.example.com/price-list.pdf', 'file'],
    ['video', 'https://cdn.example.com/a.png', 'file'],
  ])('%s with %s is delivered as %s', async (type, media, delivered) => {
    const { client, path } = await withChat();
    const sent = await client.post<SmartsenderMessage>(path, { type, watermark: 1, media });
    expect(sent.body.content).toEqual({ type: delivered, resource: { parameters: { url: media } } });
  });

  test('a location', async () => {
    const { client, path } = await withChat();
    const body = { type: 'location', watermark: 1, title: 'Shop', latitude: 50.45, longitude: '30.52' };
    const sent = await client.post<SmartsenderMessage>(path, body);
    expect(sent.body.content).toEqual({
      type: 'location',
      resource: { parameters: { latitude: 50.45, longitude: 30.52 } },
    });
  });

  test('a contact', async () => {
    const { client, path } = await withChat();
    const body = { type: 'contact', watermark: 1, fullName: 'Taras', phoneNumber: '+380445550199' };
    const sent = await client.post<SmartsenderMessage>(path, body);
    expect(sent.body.content.resource.parameters).toEqual({ name: 'Taras', phoneNumber: '+380445550199' });
  });
});

describe('validation', () => {
  test.each([
    [{ watermark: 1, content: 'x' }, ['type']],
    [{ type: 'sticker', watermark: 1 }, ['type']],
    [{ type: 'text', content: 'x' }, ['watermark']],
    [{ type: 'text', watermark: 'soon', content: 'x' }, ['watermark']],
    [{ type: 'text', watermark: 1 }, ['content']],
    [{ type: 'text', watermark: 1, content: '' }, ['content']],
    [{ type: 'text', watermark: 1, content: 5 }, ['content']],
    [{ type: 'picture', watermark: 1, content: 'caption' }, ['media']],
    [{ type: 'file', watermark: 1, media: 'not a url' }, ['media']],
    [{ type: 'file', watermark: 1, media: 'file:///etc/hosts' }, ['media']],
    [{ type: 'location', watermark: 1, latitude: 1 }, ['title', 'longitude']],
    [{ type: 'contact', watermark: 1, fullName: 'x' }, ['phoneNumber']],
    [{ type: 'text', watermark: 1, content: 'x', caption: 'y', gateId: 1 }, ['caption', 'gateId']],
    [[], ['body']],
  ])('%j is refused at %j and nothing is sent', async (body, fields) => {
    const { emulator, client, path, chat } = await withChat();
    const reply = await client.post<Invalid>(path, body);
    expect(reply.status).toBe(422);
    expect(Object.keys(reply.body.error.description).sort()).toEqual(fields.toSorted());
    expect(reply.body.error.description[fields[0] ?? '']).toEqual([expect.any(String)]);
    expect(emulator.state.conversations.find(({ id }) => id === chat.id)?.messages).toHaveLength(1);
  });

  test.each([
    ['application/json', '{"type":'],
    ['text/plain', '{"type":"text","watermark":1,"content":"x"}'],
  ])('a body of type %s that reads %s is refused', async (type, text) => {
    const { emulator, path } = await withChat();
    const response = await fetch(`${emulator.url}/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.token}`, 'content-type': type },
      body: text,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 400 } });
  });
});
