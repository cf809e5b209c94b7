import { startSmartsenderEmulator } from '@anyinbox/emulators';
import { expect, test } from 'vitest';
import { testClock } from '../support/clock.ts';
import { smartsender } from '../support/emulators.ts';

// vendors/smartsender.md §Objects, and one that nobody knows.
const contentTypes = [
  'text',
  'input',
  'pendingText',
  'action',
  'link',
  'file',
  'picture',
  'telegramCaptionedPicture',
  'animation',
  'video',
  'telegramVideoNote',
  'audio',
  'voice',
  'mediaGroup',
  'contact',
  'location',
  'telegramInvoice',
  'transient',
  'storyReply',
];

test('the seed is the same for the same clock', async () => {
  const { now } = testClock();
  const [first, second] = [await smartsender({ now }), await smartsender({ now })];
  expect(first.emulator.state).toEqual(second.emulator.state);
});

test('every type of content occurs', async () => {
  const { emulator } = await smartsender();
  const seen = new Set(
    emulator.state.conversations.flatMap(({ messages }) => messages.map(({ content }) => content.type)),
  );
  expect([...seen].sort()).toEqual(contentTypes.toSorted());
});

test('there are several pages, open and closed, read and unread, subscribed and not, on several channels', async () => {
  const { emulator } = await smartsender();
  const { conversations } = emulator.state;
  const gates = conversations.flatMap((chat) => chat.gates);
  const count = <T>(items: readonly T[], wanted: (item: T) => boolean) => items.filter(wanted).length;
  expect(conversations).toHaveLength(45);
  expect(count(conversations, ({ open }) => open)).toBeGreaterThan(20);
  expect(count(conversations, ({ open }) => !open)).toBeGreaterThan(5);
  expect(count(gates, ({ unreadMessages }) => unreadMessages > 0)).toBeGreaterThan(5);
  expect(count(gates, ({ unreadMessages }) => unreadMessages === 0)).toBeGreaterThan(5);
  expect(count(gates, ({ subscribed }) => !subscribed)).toBeGreaterThan(1);
  expect(new Set(gates.map(({ channelId }) => channelId)).size).toBe(5);
  expect(count(conversations, (chat) => chat.gates.length === 2)).toBeGreaterThan(1);
  expect(new Set(conversations.map(({ contact }) => contact.fullName)).size).toBe(45);
  const states = new Set(conversations.flatMap(({ messages }) => messages.map(({ state }) => state.type)));
  expect([...states].sort()).toEqual(['delivered', 'failed', 'seen']);
});

test('the number of conversations can be chosen', async () => {
  for (const conversations of [0, 3, 120]) {
    const emulator = await startSmartsenderEmulator({ conversations });
    expect(emulator.state.conversations).toHaveLength(conversations);
    await emulator.close();
  }
});

test('ids of one kind are not ids of another', async () => {
  const { emulator } = await smartsender();
  const { conversations, channels, operators } = emulator.state;
  const ids = [
    ...channels.map(({ id }) => id),
    ...operators.map(({ id }) => id),
    ...conversations.flatMap((chat) => [chat.id, chat.contact.id, chat.serviceContactId]),
    ...conversations.flatMap(({ gates }) => gates.map(({ id }) => id)),
    ...conversations.flatMap(({ messages }) => messages.map(({ id }) => id)),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
