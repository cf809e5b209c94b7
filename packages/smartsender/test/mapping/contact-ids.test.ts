import { expect, test } from 'vitest';
import { createContactIds } from '../../src/contact-ids.ts';

const conversation = (nativeId: string, contactId?: string) => ({
  nativeId,
  channel: { kind: 'unknown' },
  contact: contactId === undefined ? {} : { id: contactId },
  status: 'unknown' as const,
  raw: undefined,
});

test('a chat is remembered with its contact', () => {
  const ids = createContactIds();
  ids.remember(conversation('1', '10'));
  expect(ids.of('1')).toBe('10');
  expect(ids.of('10')).toBeUndefined();
});

test('a chat that does not say its contact forgets nothing', () => {
  const ids = createContactIds();
  ids.remember(conversation('1', '10'));
  ids.remember(conversation('1'));
  expect(ids.of('1')).toBe('10');
});

test('of more than ten thousand, the one used longest ago is forgotten', () => {
  const ids = createContactIds();
  for (let chat = 1; chat <= 10_000; chat++) ids.remember(conversation(String(chat), `c${chat}`));
  expect(ids.of('1')).toBe('c1');
  ids.remember(conversation('10001', 'c10001'));
  expect(ids.of('1')).toBe('c1');
  expect(ids.of('2')).toBeUndefined();
  expect(ids.of('3')).toBe('c3');
  expect(ids.of('10001')).toBe('c10001');
});
