import type { LastMessage } from '@anyinbox/core';
import type { NativeConversation } from '@anyinbox/core/provider';
import { describe, expect, test } from 'vitest';
import { toConversation } from '../../src/conversation.ts';
import { messageId } from '../../src/message-id.ts';
import { messagesIn } from '../../src/messages-in.ts';
import { conversation } from '../fixtures/objects.ts';
import { mappingContext } from '../support/mapping.ts';

const map = (changes: object = {}) => toConversation({ ...conversation, ...changes }, {}, mappingContext());

test('the last message, which a conversation shows', () => {
  const said = {
    direction: 'inbound',
    text: 'Is the green lamp in stock?',
    createdAt: '2019-06-05T12:26:30.000Z',
  } as const;
  expect(messagesIn(map())).toEqual([
    {
      nativeId: messageId({ conversationId: '2', ...said }),
      kind: 'message',
      ...said,
      author: { kind: 'contact', id: '5', name: 'LiveChat client #5' },
      attachments: [],
      delivery: { state: 'delivered' },
      complete: false,
      raw: expect.objectContaining({ id: 2 }),
    },
  ]);
});

test('an operator’s', () => {
  expect(messagesIn(map({ is_operator_last_message: true }))).toMatchObject([
    { direction: 'outbound', author: { kind: 'agent' }, delivery: { state: 'sent' } },
  ]);
});

describe('nothing is made up', () => {
  const without = (field: keyof LastMessage): NativeConversation => {
    const known = map();
    return { ...known, lastMessage: { ...(known.lastMessage as LastMessage), [field]: undefined } };
  };
  test.each<[string, NativeConversation]>([
    ['no last message', map({ last_message: null })],
    ['a last message that is a note', map({ is_inner_message: true })],
    ['no direction', map({ is_operator_last_message: null })],
    ['no time', map({ last_message_date: null })],
    ['no text', without('text')],
    ['a time that is none', { ...map(), lastMessage: { text: 'Hi', direction: 'inbound', createdAt: 'today' } }],
    ['known to be none', { ...map(), lastMessage: null }],
    ['nobody has said anything yet', map({ last_message: '', unread_count: 0, waiting_operator_response: false })],
  ])('where there is %s', (_, given) => {
    expect(messagesIn(given)).toEqual([]);
  });

  test.each([
    ['an unread one', { waiting_operator_response: false }],
    ['one that waits', { unread_count: 0 }],
    ['an operator’s', { unread_count: 0, waiting_operator_response: false, is_operator_last_message: true }],
  ])('but %s without a text is a message: a file', (_, changes) => {
    expect(messagesIn(map({ last_message: '', ...changes }))).toMatchObject([{ text: '', complete: false }]);
  });
});

describe('the id', () => {
  const said = {
    conversationId: '2',
    direction: 'inbound',
    text: 'Hi',
    createdAt: '2019-06-05T12:26:30.000Z',
  } as const;
  const id = messageId(said);

  test('is one that may stand in ours, and tells nothing', () => {
    expect(id).toMatch(/^2-[\w-]{16}$/);
  });

  test.each([
    ['milliseconds', { createdAt: '2019-06-05T12:26:30.999Z' }],
    ['white space', { text: ' Hi\n' }],
  ])('is the same but for %s', (_, changes) => {
    expect(messageId({ ...said, ...changes })).toBe(id);
  });

  test('is the same for the same letters', () => {
    expect(messageId({ ...said, text: 'e\u0301' })).toBe(messageId({ ...said, text: '\u00e9' }));
  });

  test.each([
    ['another conversation', { conversationId: '3' }],
    ['the other direction', { direction: 'outbound' }],
    ['another second', { createdAt: '2019-06-05T12:26:31.000Z' }],
    ['another text', { text: 'Hi!' }],
  ] as const)('is another one in %s', (_, changes) => {
    expect(messageId({ ...said, ...changes })).not.toBe(id);
  });

  test('is none without a time', () => {
    expect(messageId({ ...said, createdAt: '' })).toBeUndefined();
  });
});
