import type { SendyiqConversation } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { testClock } from '../support/clock.ts';
import { sendyiq } from '../support/emulators.ts';

describe('the seed', () => {
  test('is the same for the same clock, ids included', async () => {
    const { now } = testClock();
    const [first, second] = [await sendyiq({ now }), await sendyiq({ now })];
    expect(first.emulator.state).toEqual(second.emulator.state);
  });

  test('has several pages of both kinds, and all that an inbox must show', async () => {
    const { emulator } = await sendyiq();
    const { conversations } = emulator.state;
    const messages = conversations.flatMap((conversation) => conversation.messages);
    const values = <T, V>(items: readonly T[], value: (item: T) => V) => new Set(items.map(value));
    expect(conversations).toHaveLength(90);
    expect(values(conversations, ({ id }) => id).size).toBe(90);
    expect(values(messages, ({ id }) => id).size).toBe(messages.length);
    expect(values(conversations, ({ channelId }) => channelId).size).toBe(5);
    expect(values(conversations, ({ unreadCount }) => unreadCount > 0).size).toBe(2);
    expect(values(messages, ({ senderType }) => senderType)).toEqual(new Set(['Customer', 'Agent', 'Ai']));
    expect(values(messages, ({ status }) => status)).toEqual(new Set(['Received', 'Read', 'Delivered', 'Failed']));
    const attachments = messages.flatMap((message) => message.attachments ?? []);
    expect(values(attachments, ({ type }) => type)).toEqual(new Set(['image', 'file', 'voice', 'video']));
  });

  test('can be empty or of any size', async () => {
    expect((await sendyiq({ seed: 'empty' })).emulator.state.conversations).toEqual([]);
    expect((await sendyiq({ conversations: 3 })).emulator.state.conversations).toHaveLength(6);
  });
});

describe('the handle', () => {
  test('a received message brings its conversation to the top, unread and open again', async () => {
    const clock = testClock();
    const { emulator, client } = await sendyiq({ now: clock.now });
    const resolved = emulator.state.conversations.find(({ status }) => status === 'Resolved');
    clock.advance(1_500);
    const message = emulator.receive({ conversationId: resolved?.id ?? '', text: 'One more question' });
    expect(message).toMatchObject({ direction: 'Inbound', senderType: 'Customer', senderName: resolved?.customerName });
    const { body } = await client.get<{ items: SendyiqConversation[] }>('/social/conversations?PerPage=1&Status=open');
    expect(body.items[0]).toMatchObject({
      id: resolved?.id,
      status: 'Open',
      unreadCount: 1,
      lastMessage: 'One more question',
      updatedAt: '2026-11-20T12:00:01.500Z',
    });
  });

  test('a conversation is added where it is wanted', async () => {
    const { emulator } = await sendyiq({ seed: 'empty' });
    const facebook = emulator.state.channels.find(({ channelType }) => channelType === 'Facebook');
    expect(emulator.addConversation().channelType).toBe('Website');
    expect(emulator.addConversation({ kind: 'social' }).channelType).toBe('WhatsApp');
    expect(emulator.addConversation({ channelId: facebook?.id ?? '' }).channelType).toBe('Facebook');
    expect(emulator.addConversation({ customerName: 'Ada', status: 'Resolved' })).toMatchObject({
      customerName: 'Ada',
      status: 'Resolved',
      unreadCount: 0,
      lastMessageAt: null,
      messages: [],
    });
  });

  test('what is handed out is a copy', async () => {
    const { emulator } = await sendyiq({ seed: 'empty' });
    const conversation = emulator.addConversation({ text: 'Hello' });
    conversation.messages?.splice(0);
    emulator.receive({ conversationId: conversation.id, text: 'Again' }).text = 'changed';
    expect(emulator.state.conversations[0]?.messages.map(({ text }) => text)).toEqual(['Hello', 'Again']);
  });

  test('mistakes of the test are thrown, not answered', async () => {
    const { emulator } = await sendyiq({ seed: 'empty' });
    expect(() => emulator.receive({ conversationId: 'x', text: 'x' })).toThrow('no conversation x');
    expect(() => emulator.addConversation({ channelId: 'x' })).toThrow('no channel x');
  });

  test('reset brings back the seed', async () => {
    const { emulator, client } = await sendyiq({ now: testClock().now });
    const before = structuredClone(emulator.state);
    const { state } = emulator;
    await client.delete(`/social/channels/${before.channels[0]?.id}`);
    emulator.addConversation();
    emulator.reset();
    expect(state).toEqual(before);
    expect(emulator.requests).toEqual([]);
  });
});
