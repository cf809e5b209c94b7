import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMessageId, type MessageKind, parseMessageId, parseOwnMessageId } from '../../src/message-id.ts';
import { checkedVisitorId, visitorOf } from '../../src/visitor-id.ts';

test('any id of any kind comes back', () => {
  const kinds = fc.constantFrom<MessageKind>('agent', 'pushed', 'visitor');
  fc.assert(
    fc.property(kinds, fc.string({ minLength: 1 }), (kind, id) => {
      expect(parseMessageId(formatMessageId({ kind, id }))).toEqual({ kind, id });
    }),
  );
});

test.each(['d9nKoegKSjmCtyK78', 'agent:', ':x', 'Agent:x', 'trigger:x', ''])('%j is no message id', (id) => {
  expect(() => parseMessageId(id)).toThrow(
    expect.objectContaining({ code: 'invalid-request', message: expect.stringContaining('agent:<id>') }),
  );
});

test('what a visitor wrote is not changed', () => {
  expect(parseOwnMessageId('agent:x')).toEqual({ kind: 'agent', id: 'x' });
  expect(parseOwnMessageId('pushed:x')).toEqual({ kind: 'pushed', id: 'x' });
  expect(() => parseOwnMessageId('visitor:x')).toThrow(expect.objectContaining({ code: 'unsupported' }));
});

test('a visitor is any string that says something', () => {
  expect(checkedVisitorId('vera@example.com')).toBe('vera@example.com');
  expect(() => checkedVisitorId(' ')).toThrow(expect.objectContaining({ code: 'invalid-request' }));
});

test.each([undefined, null, {}, { visitorId: '' }, { visitorId: 7 }])('%j names no visitor', (message) => {
  expect(() => visitorOf(message)).toThrow(
    expect.objectContaining({ code: 'unexpected-response', message: expect.stringContaining('message.visitorId') }),
  );
});
