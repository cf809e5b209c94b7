import type { Conversation, Message } from '@anyinbox/core';
import { expect, test } from 'vitest';
import { conversationRow } from '../../src/demo/conversation-row.ts';
import { messageRow } from '../../src/demo/message-row.ts';
import { age } from '../../src/output/age.ts';
import { createPaint } from '../../src/output/paint.ts';

const now = Date.parse('2026-05-04T12:00:00.000Z');
const provenance = { source: 'live', asOf: '2026-05-04T12:00:00.000Z', complete: true } as const;

test.for([
  ['2026-05-04T11:59:30.000Z', 'just now'],
  ['2026-05-04T12:00:30.000Z', 'just now'],
  ['2026-05-04T11:01:00.000Z', '59 min ago'],
  ['2026-05-04T11:00:00.000Z', '1 h ago'],
  ['2026-05-03T12:00:00.000Z', '1 d ago'],
  ['2025-05-04T12:00:00.000Z', '365 d ago'],
])('%s was %s', ([time = '', expected]) => {
  expect(age(time, now)).toBe(expected);
});

test('a conversation of which the vendor tells nothing', () => {
  const conversation: Conversation = {
    id: 'web:1',
    nativeId: '1',
    connectionId: 'web',
    provider: 'toy',
    channel: { kind: 'unknown' },
    contact: {},
    status: 'unknown',
    provenance,
  };
  expect(conversationRow(conversation, now)).toEqual(['–', 'unknown', '–', '–']);
});

const message: Message = {
  id: 'web:m1',
  nativeId: 'm1',
  conversationId: 'web:1',
  kind: 'message',
  direction: 'outbound',
  author: { kind: 'bot' },
  text: 'Hello',
  attachments: [],
  delivery: { state: 'sent' },
  createdAt: '2026-05-04T09:07:00.000Z',
  provenance,
};

test('a message without a name of its author', () => {
  expect(texts(message)).toEqual(['09:07', '← bot', 'Hello']);
});

test.for<[Message['attachments'][number], string]>([
  [{ kind: 'image', url: 'https://cdn.example.com/a/front.jpg?w=1', size: 1_500 }, '[image front.jpg, 2 kB]'],
  [{ kind: 'file', name: 'invoice.pdf', url: 'https://cdn.example.com/1' }, '[file invoice.pdf]'],
  [{ kind: 'location', latitude: 50.4, longitude: 30.5 }, '[location]'],
  [{ kind: 'voice', url: 'not a url' }, '[voice]'],
  [{ kind: 'video', url: 'https://cdn.example.com' }, '[video]'],
])('an attachment is shown as far as it is known: %j', ([attachment, expected]) => {
  expect(texts({ ...message, text: '', attachments: [attachment] })[2]).toBe(expected);
});

function texts(value: Message): string[] {
  return messageRow(value, createPaint(false)).map((cell) => (typeof cell === 'string' ? cell : cell.text));
}
