import { InboxError } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { toMessage } from '../../src/message.ts';
import { message, textContent } from '../fixtures/objects.ts';
import { mappingContext } from '../support/mapping.ts';

const map = (change: Record<string, unknown>) => toMessage({ ...message, ...change }, {}, mappingContext());

describe('who wrote it', () => {
  test.each([
    ['contact', 'inbound', 'contact', undefined],
    ['CONTACT', 'inbound', 'contact', undefined],
    ['operator', 'outbound', 'agent', undefined],
    ['bot', 'outbound', 'bot', true],
    ['system', 'outbound', 'system', undefined],
    ['api', 'outbound', 'unknown', undefined],
  ])('a sender of the type %s is %s, by %s', (type, direction, kind, automated) => {
    const mapped = map({ sender: { type, image: '/img/a.png', fullName: 'Some One' } });
    expect(mapped).toMatchObject({ direction, author: { kind, name: 'Some One' } });
    expect(mapped.automated).toBe(automated);
  });

  test('without a sender nobody is the author', () => {
    expect(map({ sender: null })).toMatchObject({ direction: 'outbound', author: { kind: 'unknown' } });
  });

  test('an avatar that is a path leads nowhere and is left out', () => {
    expect(map({}).author).toEqual({ kind: 'contact', name: 'Vera Lamp' });
    const absolute = map({ sender: { type: 'contact', image: 'https://cdn.example.com/v.jpg', fullName: 'Vera' } });
    expect(absolute.author.avatarUrl).toBe('https://cdn.example.com/v.jpg');
  });
});

describe('what happened, not what was said', () => {
  const operator = { type: 'operator', image: '', fullName: 'Marta Hill' };

  test.each([
    [
      'an action',
      { content: { type: 'action', resource: { parameters: { content: 'Subscribed' } } }, sender: operator },
    ],
    ['an internal message', { internal: true, sender: operator }],
  ])('%s is an activity of the system', (_, change) => {
    expect(map(change)).toMatchObject({ kind: 'activity', author: { kind: 'system', name: 'Marta Hill' } });
  });

  test('every other one is a message', () => {
    expect(map({}).kind).toBe('message');
  });
});

describe('delivery', () => {
  test.each([
    ['pending', null, null, 'pending'],
    ['Sent', null, null, 'sent'],
    ['delivered', null, null, 'delivered'],
    ['SEEN', null, null, 'read'],
    ['failed', '2019-10-23 16:17:00', '2019-10-23 16:18:00', 'failed'],
    ['sent', '2019-10-23 16:17:00', null, 'delivered'],
    ['delivered', '2019-10-23 16:17:00', '2019-10-23 16:18:00', 'read'],
    ['read', '2019-10-23 16:17:00', null, 'read'],
    ['teleported', null, null, 'unknown'],
    ['teleported', '2019-10-23 16:17:00', null, 'delivered'],
    ['teleported', null, '2019-10-23 16:18:00', 'read'],
  ])('%s, delivered at %s, seen at %s: %s', (type, deliveredAt, seenAt, state) => {
    expect(map({ state: { type, message: null }, deliveredAt, seenAt }).delivery).toEqual({ state });
  });

  test('without a state only the times tell', () => {
    expect(map({ state: undefined, deliveredAt: null }).delivery).toEqual({ state: 'unknown' });
  });

  test.each(['BLOCKED', 'user_blocked', 'E-1004', '131047'])('the reason %s is a code and is kept', (reason) => {
    expect(map({ state: { type: 'failed', message: reason } }).delivery).toEqual({ state: 'failed', reason });
  });

  test.each([
    'The contact blocked the bot',
    'vera',
    '+380445550199',
    '380445550199',
    'vera@example.com',
    'A'.repeat(65),
    '',
  ])('the reason %j may be about a person and is left to raw', (reason) => {
    expect(map({ state: { type: 'failed', message: reason } }).delivery).toEqual({ state: 'failed' });
  });
});

describe('ids', () => {
  test('the gate is part of the id, because editing and deleting need it', () => {
    expect(map({}).nativeId).toBe('3404-534');
  });

  test.each([undefined, null, { subscribed: true }, 'gate'])('without a gate (%j) it is the message alone', (gate) => {
    expect(map({ gate }).nativeId).toBe('534');
  });

  test('digits in a string are an id too', () => {
    expect(map({ id: '534', gate: { id: '3404' } }).nativeId).toBe('3404-534');
  });
});

describe('times', () => {
  test('edited, and never edited', () => {
    expect(map({ editedAt: '2019-10-23 16:20:00' }).editedAt).toBe('2019-10-23T16:20:00.000Z');
    expect(map({ editedAt: null }).editedAt).toBeNull();
    expect(map({ editedAt: undefined })).not.toHaveProperty('editedAt');
  });

  test('a time that cannot be read is reported, and left out where mapping can do without', () => {
    const context = mappingContext();
    const mapped = toMessage({ ...message, editedAt: 'yesterday' }, {}, context);
    expect(mapped).not.toHaveProperty('editedAt');
    expect(context.drift).toEqual([{ entity: 'message', field: 'editedAt', change: 'unrecognised' }]);
  });

  const deleted = (timestamp: unknown, change: Record<string, unknown> = {}) =>
    map({
      content: { type: 'transient', resource: { parameters: { context: { timestamp }, original: textContent } } },
      ...change,
    });

  test.each([
    ['seconds', 1571847500],
    ['milliseconds', 1571847500000],
    ['seconds in a string', '1571847500'],
    ['a date', '2019-10-23 16:18:20'],
  ])('a deletion dated in %s', (_, timestamp) => {
    expect(deleted(timestamp)).toMatchObject({
      text: 'Is the green lamp in stock?',
      deletedAt: '2019-10-23T16:18:20.000Z',
    });
  });

  test.each([undefined, null, 'soon', 0, -5, Number.MAX_VALUE, Number.NaN, {}, true])(
    'a deletion dated %j is dated by the message itself',
    (timestamp) => {
      expect(deleted(timestamp).deletedAt).toBe('2019-10-23T16:16:38.000Z');
      expect(deleted(timestamp, { editedAt: '2019-10-23 16:20:00' }).deletedAt).toBe('2019-10-23T16:20:00.000Z');
    },
  );

  test('what is not deleted has no such time', () => {
    expect(map({})).not.toHaveProperty('deletedAt');
  });
});

describe('what cannot be mapped', () => {
  test.each([
    ['id', { id: undefined }],
    ['id', { id: 5.5 }],
    ['id', { id: '../chats' }],
    ['createdAt', { createdAt: undefined }],
    ['createdAt', { createdAt: 'yesterday' }],
  ])('names %s', (field, change) => {
    expect(() => map(change)).toThrow(
      expect.objectContaining({ code: 'unexpected-response', message: expect.stringContaining(`message.${field}`) }),
    );
  });

  test.each([null, 'text', 7, ['x']])('%j is no message', (raw) => {
    expect(() => toMessage(raw, {}, mappingContext())).toThrow(InboxError);
  });

  test('what the app gives need not be found', () => {
    const given = { nativeId: '1-2', createdAt: '2020-01-01T00:00:00.000Z' };
    expect(toMessage({ content: textContent }, given, mappingContext())).toMatchObject({
      ...given,
      text: 'Is the green lamp in stock?',
    });
  });
});

test('raw is the vendor’s object', () => {
  const raw = { ...message, surprise: { deep: 1 } };
  const context = mappingContext();
  expect(toMessage(raw, {}, context).raw).toBe(raw);
  expect(context.drift).toEqual([{ entity: 'message', field: 'surprise', change: 'appeared', actual: 'object' }]);
});

test('differences in what is nested are reported with their place', () => {
  const context = mappingContext();
  const { fullName: _, ...sender } = message.sender;
  const gate = { ...message.gate, channel: { ...message.gate.channel, type: 5 } };
  toMessage({ ...message, sender, gate }, {}, context);
  expect(context.drift).toEqual([
    { entity: 'message', field: 'sender.fullName', change: 'vanished' },
    { entity: 'message', field: 'gate.channel.type', change: 'changed-type', actual: 'number' },
  ]);
});
