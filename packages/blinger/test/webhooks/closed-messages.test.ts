import type { NativeEvent, Normalize } from '@anyinbox/core/provider';
import { describe, expect, test } from 'vitest';
import { messageId } from '../../src/message-id.ts';
import { answer, closedInside, question, told } from '../fixtures/webhooks.ts';
import { createReader, typesOf } from '../support/webhooks.ts';

const closedWith = (messages: unknown, beside?: unknown) => ({
  ...closedInside,
  conversation: { ...told, status: 'closed', messages },
  ...(beside === undefined ? {} : { messages: beside }),
});
const read = (body: unknown, normalize: Normalize = {}) => createReader({ normalize }).read(body);
const messagesOf = (body: unknown, normalize?: Normalize): readonly NativeEvent[] =>
  read(body, normalize).events.filter(({ message }) => message);

test('each is an event of its own, by its own time, and tells of the conversation', () => {
  const createdAt = '2019-06-05T13:23:20.000Z';
  const said = { direction: 'inbound', text: question.message, createdAt } as const;
  const key = messageId({ conversationId: '58', ...said });
  expect(messagesOf(closedWith([question]))).toEqual([
    {
      type: 'message.received',
      key,
      conversationId: '58',
      occurredAt: createdAt,
      message: {
        nativeId: key,
        kind: 'message',
        ...said,
        author: { kind: 'contact', name: 'Vera' },
        attachments: [],
        delivery: { state: 'delivered' },
      },
      conversation: { nativeId: '58', lastMessage: said, updatedAt: createdAt },
    },
  ]);
  expect(messagesOf(closedWith([answer]))).toMatchObject([
    {
      type: 'message.sent',
      message: { direction: 'outbound', author: { kind: 'agent' }, delivery: { state: 'sent' } },
    },
  ]);
});

test('the same message in both places, or twice in one, is one', () => {
  expect(messagesOf(closedWith([question, answer], [answer, question]))).toHaveLength(2);
  expect(messagesOf(closedWith([question, question]))).toHaveLength(1);
});

describe('which way it went', () => {
  const bare = { id: 634, message: 'Hi', date_created: 1_559_741_000 };
  test.each<[string, object, string]>([
    ['from the customer', { from_user_id: 412, to_user_id: 1 }, 'message.received'],
    ['from the customer, the other side is cut', { from_user_id: '412' }, 'message.received'],
    ['to the customer', { from_user_id: 1, to_user_id: 412 }, 'message.sent'],
    ['as it says itself', { from_user_id: 3, to_user_id: 1, is_outgoing: true }, 'message.sent'],
    ['as it says itself', { is_outgoing: false }, 'message.received'],
    ['the sides go before what it says', { from_user_id: 412, to_user_id: 1, is_outgoing: true }, 'message.received'],
    ['from the customer among the Blinger users', { from_blinger_user_id: 412 }, 'message.received'],
    ['to the customer among the Blinger users', { to_blinger_user_id: 412, from_user_id: 3 }, 'message.sent'],
  ])('%s', (_, sides, type) => {
    expect(messagesOf(closedWith([{ ...bare, ...sides }]))).toMatchObject([{ type }]);
  });

  test.each<[string, object]>([
    ['no side is told', {}],
    ['neither side is the customer', { from_user_id: 3, to_user_id: 1 }],
    ['both sides are', { from_user_id: 412, to_user_id: 412 }],
  ])('nobody can say when %s: no message is made up, and it is kept', (_, sides) => {
    const body = closedWith([{ ...bare, ...sides }, answer]);
    const reading = read(body);
    expect(typesOf(reading)).toEqual(['message.sent', 'conversation.closed', 'vendor.other']);
    expect(reading.events.at(-1)).toMatchObject({ conversationId: '58', raw: body });
  });

  test('without a customer only what it says itself counts', () => {
    const conversation = { ...told, from_user: null, messages: [question, { ...question, is_outgoing: false }] };
    const reading = read({ ...closedInside, conversation });
    expect(typesOf(reading)).toEqual(['message.received', 'conversation.closed', 'vendor.other']);
  });
});

describe('what the sheet’s cut leaves open', () => {
  test('the text by either name; an empty one is a text', () => {
    const { message, ...rest } = question;
    expect(messagesOf(closedWith([{ ...rest, text: message }]))).toEqual(messagesOf(closedWith([question])));
    expect(messagesOf(closedWith([{ ...rest, message: '' }]))).toMatchObject([{ message: { text: '' } }]);
  });

  test.each([undefined, null, 5, { text: 'Hi' }])(
    'a text that is %o is none: it is kept, not shown empty',
    (message) => {
      const reading = read(closedWith([{ ...question, message }]));
      expect(typesOf(reading)).toEqual(['conversation.closed', 'vendor.other']);
    },
  );

  test.each([undefined, null, 0, 'today'])('without a time (%o) the vendor’s id is all there is', (date_created) => {
    const [event] = messagesOf(closedWith([{ ...question, date_created }]));
    expect(event).toMatchObject({ type: 'message.received', key: '634', message: { nativeId: '634' } });
    expect(event).not.toHaveProperty('occurredAt');
    expect(event).not.toHaveProperty('conversation');
    expect(event?.message).not.toHaveProperty('createdAt');
  });

  test('with neither it cannot be told from another one', () => {
    const reading = read(closedWith([{ ...question, date_created: null, id: null }]));
    expect(typesOf(reading)).toEqual(['conversation.closed', 'vendor.other']);
  });

  test('a note never becomes a message', () => {
    const reading = read(closedWith([{ ...answer, is_inner_message: true }]));
    expect(typesOf(reading)).toEqual(['conversation.closed', 'vendor.other']);
  });

  test.each([{ 634: question }, 'none', 5])('messages that are no list (%o) are kept', (messages) => {
    expect(typesOf(read(closedWith(messages)))).toEqual(['conversation.closed', 'vendor.other']);
    expect(typesOf(read(closedWith([question], messages)))).toContain('vendor.other');
    expect(typesOf(read(closedWith(null)))).toEqual(['conversation.closed']);
  });

  test('the app can say where it is', () => {
    const body = closedWith([{ id: 634, from_user_id: 412, words: 'Hi', at: 1_559_741_000_000 }]);
    const normalize: Normalize = {
      message: {
        text: (raw) => (raw as { words: string }).words,
        createdAt: (raw) => new Date((raw as { at: number }).at).toISOString(),
      },
    };
    const createdAt = '2019-06-05T13:23:20.000Z';
    const nativeId = messageId({ conversationId: '58', direction: 'inbound', text: 'Hi', createdAt });
    expect(messagesOf(body, normalize)).toMatchObject([{ key: nativeId, message: { text: 'Hi', createdAt } }]);
  });
});
