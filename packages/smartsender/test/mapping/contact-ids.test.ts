import { expect, test } from 'vitest';
import { createContactIds } from '../../src/contact-ids.ts';

const chat = (id: number, originalId?: unknown) => ({ id, contact: { id: 3404, originalId } });

test('a chat is remembered with its contact, by the id that contacts are addressed by', () => {
  const ids = createContactIds();
  expect(ids.learn(chat(1, 10))).toBe('10');
  expect(ids.of('1')).toBe('10');
  expect(ids.of('10')).toBeUndefined();
});

test('a chat that was asked for is remembered by the id it was asked for', () => {
  const ids = createContactIds();
  expect(ids.learn({ contact: { originalId: '10' } }, '1')).toBe('10');
  expect(ids.of('1')).toBe('10');
});

test.each([undefined, null, 'chat', {}, { id: 1 }, { id: 1, contact: 10 }, chat(1), chat(1, 'x'), chat(1, -1)])(
  'a chat that does not say its contact (%j) forgets nothing',
  (bare) => {
    const ids = createContactIds();
    ids.learn(chat(1, 10));
    expect(ids.learn(bare)).toBeUndefined();
    expect(ids.learn(bare, '1')).toBeUndefined();
    expect(ids.of('1')).toBe('10');
  },
);

test('a chat without an id tells its contact, and is not remembered', () => {
  expect(createContactIds().learn({ contact: { originalId: 10 } })).toBe('10');
});

test('of more than ten thousand, the one used longest ago is forgotten', () => {
  const ids = createContactIds();
  for (let id = 1; id <= 10_000; id++) ids.learn(chat(id, 20_000 + id));
  expect(ids.of('1')).toBe('20001');
  ids.learn(chat(10_001, 30_001));
  expect(ids.of('1')).toBe('20001');
  expect(ids.of('2')).toBeUndefined();
  expect(ids.of('3')).toBe('20003');
  expect(ids.of('10001')).toBe('30001');
});
