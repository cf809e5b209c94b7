import { describe, expect, test } from 'vitest';
import { sentId, sentTime } from '../../src/sent-object.ts';
import { conversation } from '../fixtures/objects.ts';

describe('the id of what was sent', () => {
  test.each<[string, unknown]>([
    ['the message', { id: 634, message: 'Hello' }],
    ['the message, whose text is a number', { id: 634, message: '42' }],
    ['an object that holds it', { message: { id: 634, message: 'Hello' } }],
    ['the conversation with the message in it', { ...conversation, message: { id: 634 } }],
    ['the conversation with its id', { ...conversation, message_id: '634' }],
    ['both ids', { id: 2, message_id: 634 }],
  ])('%s', (_, answer) => {
    expect(sentId(answer, 'message', '2')).toBe('634');
  });

  test('a note has names of its own', () => {
    expect(sentId({ note_id: 88, message_id: 634 }, 'note', '2')).toBe('88');
    expect(sentId({ note: { id: 88 }, message: { id: 634 } }, 'note', '2')).toBe('88');
    expect(sentId({ id: 88, text: 'Hello' }, 'note', '2')).toBe('88');
  });

  test.each<[string, unknown]>([
    ['the conversation', conversation],
    ['something with the id of the conversation', { id: 2, success: true }],
    ['no object', 634],
    ['a list', [{ id: 634 }]],
    ['null', null],
    ['nothing', undefined],
    ['an id of another form', { id: 'abc', message_id: -1 }],
  ])('is not in %s', (_, answer) => {
    expect(() => sentId(answer, 'message', '2')).toThrow("The vendor's answer cannot be read at message.id");
  });
});

test('the time is that of what was sent, never that of the conversation', () => {
  const at = { date_created: 1_559_737_700 };
  expect(sentTime({ id: 634, ...at }, 'message')).toBe('2019-06-05T12:28:20.000Z');
  expect(sentTime({ message: at }, 'message')).toBe('2019-06-05T12:28:20.000Z');
  expect(sentTime(conversation, 'message')).toBeUndefined();
  expect(sentTime({ id: 634, date_created: 'today' }, 'message')).toBeUndefined();
  expect(sentTime(undefined, 'note')).toBeUndefined();
});
