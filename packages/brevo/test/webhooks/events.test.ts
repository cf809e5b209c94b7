import { expect, test } from 'vitest';
import { agent, answer, fragment, question, started, transcript, visitor } from '../fixtures/webhooks.ts';
import { createReader, oneOf, read, typesOf } from '../support/webhooks.ts';

const askedAt = '2016-08-03T11:08:20.000Z';
const answeredAt = '2016-08-03T11:10:22.433Z';

const facts = {
  nativeId: visitor.id,
  contact: {
    id: visitor.id,
    name: 'Vera Lamp',
    email: 'vera@example.com',
    phone: '+4917012345',
    attributes: visitor.attributes,
  },
  channel: { id: 'whatsapp:+4930123456', kind: 'whatsapp', nativeKind: 'whatsapp', name: '+4930123456' },
  assignee: { group: { id: visitor.groupId, name: visitor.groupId } },
  links: { thread: visitor.threadLink },
};

const marta = { id: agent.id, name: 'Marta Hill', email: 'marta@shop.example.com', avatarUrl: agent.userpic };

test('started: the conversation, its first message and whose it is', () => {
  const { read, drift } = createReader();
  const { events } = read(started);
  expect(typesOf(events)).toEqual(['conversation.started', 'message.received']);
  expect(oneOf(events, 'conversation.started')).toEqual({
    type: 'conversation.started',
    key: `visitor:${question.id}`,
    conversationId: visitor.id,
    occurredAt: askedAt,
    conversation: { ...facts, status: 'open', createdAt: askedAt },
    contact: facts.contact,
    nativeType: 'conversationStarted',
  });
  expect(drift).toEqual([]);
});

test('started by an agent, who is told with it', () => {
  const events = read({ ...started, message: answer, agent });
  expect(typesOf(events)).toEqual(['conversation.started', 'message.sent']);
  expect(oneOf(events, 'conversation.started').agents).toEqual([marta]);
});

test('fragment: each message, and that a visitor who writes opens the conversation', () => {
  const events = read(fragment);
  expect(typesOf(events)).toEqual(['message.received', 'message.sent', 'contact.updated']);
  expect(oneOf(events, 'message.received')).toEqual({
    type: 'message.received',
    key: `visitor:${question.id}`,
    conversationId: visitor.id,
    occurredAt: askedAt,
    message: {
      nativeId: `visitor:${question.id}`,
      kind: 'message',
      direction: 'inbound',
      author: { kind: 'contact', id: visitor.id },
      text: question.text,
      html: question.html,
      attachments: [],
      delivery: { state: 'delivered' },
      createdAt: askedAt,
      raw: question,
    },
    conversation: {
      nativeId: visitor.id,
      status: 'open',
      lastMessage: { text: question.text, direction: 'inbound', createdAt: askedAt },
      updatedAt: askedAt,
    },
  });
  expect(oneOf(events, 'contact.updated')).toMatchObject({
    occurredAt: answeredAt,
    contact: facts.contact,
    agents: [marta],
  });
  expect(oneOf(events, 'message.sent').conversation).toEqual({
    nativeId: visitor.id,
    lastMessage: { text: answer.text, direction: 'outbound', createdAt: answeredAt },
    updatedAt: answeredAt,
  });
});

test('transcript: the same messages, and the end, a moment after the newest of them', () => {
  const events = read(transcript);
  expect(typesOf(events)).toEqual(['message.received', 'message.sent', 'conversation.closed']);
  expect(oneOf(events, 'conversation.closed')).toEqual({
    type: 'conversation.closed',
    key: `agent:${answer.id}`,
    conversationId: visitor.id,
    occurredAt: '2016-08-03T11:10:22.434Z',
    conversation: { ...facts, status: 'closed', nativeStatus: 'ended' },
    contact: facts.contact,
    agents: [marta],
    nativeType: 'conversationTranscript',
  });
});

test('what two of them tell of a message is one fact', () => {
  const [told, again] = [fragment, transcript].map((body) => oneOf(read(body), 'message.received'));
  expect(again).toEqual(told);
});

test('a conversation that begins again, or ends again, is another fact', () => {
  const later = { ...question, id: 'n3xtV1s1tKSjmCtyK', createdAt: question.createdAt + 86_400_000 };
  const keyOf = (body: unknown, type: 'conversation.started' | 'conversation.closed') => oneOf(read(body), type).key;
  expect(keyOf({ ...started, message: later }, 'conversation.started')).not.toBe(
    keyOf(started, 'conversation.started'),
  );
  expect(keyOf({ ...transcript, messages: [question, answer, later] }, 'conversation.closed')).not.toBe(
    keyOf(transcript, 'conversation.closed'),
  );
});
