import { expect, test } from 'vitest';
import { webhooks } from '../../src/webhooks.ts';
import { createReader, oneOf, typesOf } from '../support/webhooks.ts';

const options = { conversationId: '58', text: 'Is the green lamp in stock?', now: Date.UTC(2026, 10, 20, 12) };

test('one of each documented event, all of the conversation, which they tell of in full', () => {
  const samples = webhooks.samples(options);
  const { read, drift } = createReader();
  const readings = samples.map(({ body }) => read(body));
  expect(samples.map(({ name }) => name)).toEqual([
    'on_conversation_unassigned',
    'on_conversation_assigned',
    'on_conversation_closed',
  ]);
  expect(readings.map(typesOf)).toEqual([
    ['conversation.unassigned'],
    ['conversation.assigned'],
    ['message.received', 'conversation.closed'],
  ]);
  expect(drift).toEqual([]);
  for (const { events } of readings) for (const { conversationId } of events) expect(conversationId).toBe('58');
  const [, , closed] = readings;
  expect(closed && oneOf(closed, 'message.received').message).toMatchObject({
    text: options.text,
    createdAt: '2026-11-20T11:59:57.000Z',
  });
  expect(closed && oneOf(closed, 'conversation.closed').occurredAt).toBe('2026-11-20T12:00:00.000Z');
});

test('the same are the same, and JSON', () => {
  const samples = webhooks.samples(options);
  expect(webhooks.samples(options)).toEqual(samples);
  expect(JSON.parse(JSON.stringify(samples))).toEqual(samples);
});
