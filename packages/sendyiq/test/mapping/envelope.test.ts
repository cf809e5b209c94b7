import { describe, expect, it } from 'vitest';
import { findEntity, findText } from '../../src/envelope.ts';
import { messageMapper } from '../../src/message.ts';
import { findMessages, newestFirst } from '../../src/message-history.ts';
import { ignoreDrift } from '../support/drifts.ts';

const ids = ['id', 'conversationId', 'uuid'];
const conversation = { id: 'c-1', status: 'Open' };

describe('findEntity', () => {
  it.each([
    ['bare', conversation],
    ['data', { data: conversation }],
    ['Data', { Data: conversation }],
    ['its own name', { success: true, conversation }],
    ['data and its own name', { data: { conversation } }],
    ['result', { result: conversation, message: 'OK' }],
    ['its own name, beside an id of the answer', { id: 'request-1', conversation }],
    ['bare, with another object in data', { ...conversation, data: undefined }],
  ])('finds an object wrapped as %s', (_, body) => {
    expect(findEntity(body, 'conversation', ids)).toMatchObject(conversation);
  });

  it('prefers an own id to what is in data', () => {
    const body = { id: 'c-1', data: { id: 'custom' } };
    expect(findEntity(body, 'conversation', ids)).toBe(body);
  });

  it.each([
    ['its own name', { conversation: { ref: 'c-1' } }, { ref: 'c-1' }],
    ['data', { data: { ref: 'c-1' } }, { ref: 'c-1' }],
    ['nothing', { ref: 'c-1' }, { ref: 'c-1' }],
    ['no object at all', 'text', 'text'],
    ['an empty body', undefined, undefined],
  ])('without any id takes what is wrapped as %s', (_, body, found) => {
    expect(findEntity(body, 'conversation', ids)).toEqual(found);
  });
});

describe('findText', () => {
  it.each([
    [{ token: 'a' }, 'a'],
    [{ data: { Token: 'a' } }, 'a'],
    [{ channel: { token: 'a' } }, 'a'],
    [{ token: ' ', accessToken: 'a' }, 'a'],
    [{ token: 5 }, undefined],
    ['a', undefined],
    [null, undefined],
  ])('in %j finds %j', (body, found) => {
    expect(findText(body, ['token', 'accessToken'], ['channel'])).toBe(found);
  });
});

describe('findMessages', () => {
  const messages = [{ id: 'm-1' }];

  it.each([
    ['in the conversation', { ...conversation, messages }],
    ['in PascalCase', { Id: 'c-1', Messages: messages }],
    ['beside the conversation', { conversation, messages }],
    ['in data', { data: { ...conversation, history: messages } }],
    ['in data and conversation', { data: { conversation: { messages } } }],
    ['as a page', { ...conversation, messages: { items: messages, total: 1 } }],
    ['as items', { conversation, items: messages }],
  ])('finds them %s', (_, body) => {
    expect(findMessages(body)).toEqual(messages);
  });

  it.each([[conversation], [{ ...conversation, messages: 3 }], [{ messages: { count: 3 } }], [[]], [null]])(
    'finds none in %j',
    (body) => {
      expect(findMessages(body)).toBeUndefined();
    },
  );
});

describe('newestFirst', () => {
  const order = (...times: number[]) => {
    const toMessage = messageMapper(ignoreDrift, () => 0);
    const messages = times.map((createdAt, index) => toMessage({ id: `m-${index}`, createdAt }, {}));
    return newestFirst(messages).map(({ nativeId }) => nativeId);
  };

  it('turns a history that is oldest first around, also among equal times', () => {
    expect(order(1, 2, 2, 3)).toEqual(['m-3', 'm-2', 'm-1', 'm-0']);
  });

  it('keeps one that is newest first, also among equal times', () => {
    expect(order(3, 2, 2, 1)).toEqual(['m-0', 'm-1', 'm-2', 'm-3']);
  });

  it('sorts one that is in no order', () => {
    expect(order(2, 9, 1, 3)).toEqual(['m-1', 'm-3', 'm-0', 'm-2']);
  });

  it('takes none', () => {
    expect(order()).toEqual([]);
  });
});
