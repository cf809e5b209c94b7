import { entityMapper } from '@anyinbox/core/provider';
import { describe, expect, it } from 'vitest';
import { messageMapper } from '../../src/message.ts';
import { camelMessage, mappedMessage, pascalMessage } from '../fixtures/bodies.ts';
import { thrown } from '../support/caught.ts';
import { collectDrift, ignoreDrift } from '../support/drifts.ts';

const now = () => Date.UTC(2026, 3, 1);
const map = messageMapper(ignoreDrift, now);

describe('a message', () => {
  it.each([
    { scenario: 'flat camelCase', raw: camelMessage },
    { scenario: 'nested PascalCase', raw: pascalMessage },
  ])('is mapped from $scenario without drift', ({ raw }) => {
    const drift = collectDrift();
    expect(messageMapper(drift.report, now)(raw, {})).toEqual({ ...mappedMessage, raw });
    expect(drift.lines()).toEqual([]);
  });

  it.each([
    [{ direction: 'incoming' }, 'inbound', 'contact'],
    [{ direction: 'OUT' }, 'outbound', 'unknown'],
    [{ direction: 'Outbound', senderType: 'Agent' }, 'outbound', 'agent'],
    [{ direction: 'Outbound', senderType: 'AI_Agent' }, 'outbound', 'bot'],
    [{ direction: 'Outbound', senderType: 'User' }, 'outbound', 'unknown'],
    [{ direction: 'Inbound', senderType: 'Bot' }, 'inbound', 'unknown'],
    [{ isFromCustomer: true }, 'inbound', 'contact'],
    [{ isFromCustomer: false }, 'outbound', 'unknown'],
    [{ isFromCustomer: false, isAi: true }, 'outbound', 'bot'],
    [{ isOutgoing: true, senderType: 'Store' }, 'outbound', 'agent'],
    [{ isOutgoing: false }, 'inbound', 'contact'],
    [{ senderType: 'Visitor' }, 'inbound', 'contact'],
    [{ sender: 'operator' }, 'outbound', 'agent'],
    [{ role: 'assistant' }, 'outbound', 'bot'],
    [{ senderType: 'System' }, 'outbound', 'system'],
    [{ isBot: true }, 'outbound', 'bot'],
    [{ isBot: false }, 'outbound', 'unknown'],
    [{ senderType: 'Martian', direction: 'sideways' }, 'outbound', 'unknown'],
    [{}, 'outbound', 'unknown'],
  ])('that says %j is %s, by %s', (facts, direction, author) => {
    expect(map({ id: 'm', ...facts }, {})).toMatchObject({ direction, author: { kind: author } });
  });

  it('is automated exactly when a bot wrote it', () => {
    expect(map({ id: 'm', senderType: 'Ai' }, {}).automated).toBe(true);
    expect(map({ id: 'm', senderType: 'Agent' }, {})).not.toHaveProperty('automated');
  });

  it('reports a direction that nothing proves', () => {
    const drift = collectDrift();
    messageMapper(drift.report, now)({ id: 'm', text: 'x', createdAt: 0 }, {});
    expect(drift.lines()).toEqual(['message direction unrecognised']);
  });

  it.each([
    [{ text: 'a' }, 'a'],
    [{ body: 'a' }, 'a'],
    [{ content: { text: 'a' } }, 'a'],
    [{ message: 'a' }, 'a'],
    [{ text: null }, ''],
    [{ text: 5 }, ''],
    [{}, ''],
  ])('with %j has the text %j', (fields, text) => {
    expect(map({ id: 'm', ...fields }, {}).text).toBe(text);
  });

  it('without a time gets the time of the read and is not complete', () => {
    expect(map({ id: 'm' }, {})).toMatchObject({ createdAt: '2026-04-01T00:00:00.000Z', complete: false });
    expect(map(camelMessage, {})).not.toHaveProperty('complete');
  });

  it.each([
    [{ deliveryStatus: 'Queued' }, { state: 'pending' }],
    [{ status: 'Sent' }, { state: 'sent' }],
    [{ status: 'Seen' }, { state: 'read' }],
    [
      { status: 'Failed', errorCode: 131047 },
      { state: 'failed', reason: '131047' },
    ],
    [{ status: 'Failed', failureReason: 'Ada cannot be reached today' }, { state: 'failed' }],
    [{ status: 'Received' }, { state: 'unknown' }],
    [{}, { state: 'unknown' }],
  ])('with %j has the delivery %j', (fields, delivery) => {
    expect(map({ id: 'm', ...fields }, {}).delivery).toEqual(delivery);
  });

  it('without an id is an unexpected response', () => {
    expect(thrown(() => map({ text: 'Hello' }, {}))).toMatchObject({
      code: 'unexpected-response',
      message: expect.stringMatching(/message\.id/),
    });
  });
});

describe('normalize for a message', () => {
  it.each([
    ['nativeId', 'other'],
    ['text', 'Other'],
    ['attachments', []],
    ['delivery', { state: 'read' }],
    ['createdAt', '2020-01-01T00:00:00.000Z'],
    ['direction', 'inbound'],
    ['author', { kind: 'contact', name: 'Someone' }],
  ] as const)('decides %s, and only that', (field, value) => {
    const toMessage = entityMapper({ message: { [field]: () => value } }, 'message', map);
    expect(toMessage(camelMessage)).toEqual({ ...mappedMessage, raw: camelMessage, [field]: value });
  });

  it('proves the direction by an author that it decides, and the author by a direction', () => {
    const drift = collectDrift();
    const mapper = messageMapper(drift.report, now);
    const raw = { id: 'm', text: 'Hello', createdAt: 1 };
    const byAuthor = entityMapper({ message: { author: () => ({ kind: 'contact' }) } }, 'message', mapper);
    const byDirection = entityMapper({ message: { direction: () => 'inbound' } }, 'message', mapper);
    expect(byAuthor(raw).direction).toBe('inbound');
    expect(byDirection(raw).author.kind).toBe('contact');
    expect(drift.lines()).toEqual([]);
  });
});
