import type { SmartsenderChat, SmartsenderList, SmartsenderMessage } from '@anyinbox/emulators';
import { expect, test } from 'vitest';
import { testClock } from '../support/clock.ts';
import { smartsender } from '../support/emulators.ts';

test('a received message brings its chat to the top, unread and open again', async () => {
  const clock = testClock();
  const { emulator, client } = await smartsender({ now: clock.now });
  const closed = emulator.state.conversations.find(({ open }) => !open);
  clock.advance(5_000);
  const message = emulator.receive({ conversationId: String(closed?.id), text: 'One more question' });
  expect(message).toMatchObject({ sender: { type: 'contact' }, createdAt: '2026-11-20 12:00:05' });

  const { body } = await client.get<SmartsenderList<SmartsenderChat>>('/chats?state=open&limitation=1');
  expect(body.collection[0]).toMatchObject({ id: closed?.id, unreadMessages: 1, updatedAt: '2026-11-20 12:00:05' });
  const messages = await client.get<SmartsenderList<SmartsenderMessage>>(`/chats/${closed?.id}/messages`);
  expect(messages.body.collection[0]).toEqual(message);
});

test('any content can be received', async () => {
  const { emulator, client } = await smartsender({ seed: 'empty' });
  const chat = emulator.addConversation();
  const content = { type: 'sticker', resource: { parameters: { emoji: '👍' } } };
  emulator.receive({ conversationId: chat.id, content });
  const { body } = await client.get<SmartsenderList<SmartsenderMessage>>(`/chats/${chat.id}/messages`);
  expect(body.collection[0]?.content).toEqual(content);
});

test('what is handed out is a copy', async () => {
  const { emulator, client } = await smartsender({ seed: 'empty' });
  const chat = emulator.addConversation();
  const message = emulator.receive({ conversationId: chat.id, text: 'Hello' });
  message.content.resource.parameters['content'] = 'changed';
  chat.gates.length = 0;
  const { body } = await client.get<SmartsenderList<SmartsenderMessage>>(`/chats/${chat.id}/messages`);
  expect(body.collection[0]?.content.resource.parameters['content']).toBe('Hello');
});

test('mistakes of the test are thrown, not answered', async () => {
  const { emulator } = await smartsender({ seed: 'empty' });
  const chat = emulator.addConversation();
  expect(() => emulator.receive({ conversationId: 1, text: 'x' })).toThrow('no chat 1');
  expect(() => emulator.receive({ conversationId: chat.id, gateId: 5, text: 'x' })).toThrow('no gate 5');
  expect(() => emulator.addConversation({ channelIds: [5] })).toThrow('no channel 5');
});

test('reset brings back the seed', async () => {
  const clock = testClock();
  const { emulator, client } = await smartsender({ now: clock.now });
  const before = structuredClone(emulator.state);
  const { state } = emulator;
  emulator.addConversation({ text: 'Hello' });
  await client.put(`/chats/${before.conversations[0]?.id}/close`);
  expect(state).not.toEqual(before);
  emulator.reset();
  expect(state).toEqual(before);
  expect(emulator.requests).toEqual([]);
});
