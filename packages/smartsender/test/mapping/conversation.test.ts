import { describe, expect, test } from 'vitest';
import { toConversation } from '../../src/conversation.ts';
import { chat, subscribedGate, telegramChannel, unsubscribedGate, viberChannel } from '../fixtures/objects.ts';
import { mappingContext } from '../support/mapping.ts';

const map = (change: Record<string, unknown>, known = {}) =>
  toConversation({ ...chat, ...change }, {}, mappingContext(), known);

describe('status and assignee', () => {
  test('a chat carries neither', () => {
    expect(map({}).status).toBe('unknown');
    expect(map({})).not.toHaveProperty('assignee');
  });

  test('what the list was filtered by is known', () => {
    expect(map({}, { status: 'closed', agentId: '71' })).toMatchObject({
      status: 'closed',
      assignee: { agent: { id: '71' } },
    });
  });
});

describe('channel', () => {
  test('the first subscribed gate decides', () => {
    expect(map({ gates: [unsubscribedGate, subscribedGate] }).channel).toEqual({
      id: '311',
      kind: 'viber',
      nativeKind: 'viber',
      name: 'Lamp shop',
    });
  });

  test('without a subscribed one, the first', () => {
    expect(map({ gates: [unsubscribedGate, { ...unsubscribedGate, channel: viberChannel }] }).channel).toMatchObject({
      id: '312',
      kind: 'telegram',
    });
  });

  test.each([
    ['instagram', 'instagram'],
    ['facebook', 'facebook'],
    ['WhatsApp', 'whatsapp'],
    ['carrierPigeon', 'unknown'],
  ])('the type %s is the kind %s', (type, kind) => {
    const gate = { ...subscribedGate, channel: { ...telegramChannel, type } };
    expect(map({ gates: [gate] }).channel).toMatchObject({ kind, nativeKind: type });
  });

  test.each([[[]], [undefined], ['gates'], [[null]], [[{ id: 1, subscribed: true }]]])(
    'gates %j have none',
    (gates) => {
      expect(map({ gates }).channel).toEqual({ kind: 'unknown' });
    },
  );

  test('a gate that cannot be read does not hide the others', () => {
    expect(map({ gates: [null, 'gate', subscribedGate] })).toMatchObject({
      channel: { id: '311', kind: 'viber' },
      canReply: { allowed: true },
    });
  });

  test('a channel without a word about itself', () => {
    expect(map({ gates: [{ subscribed: true, channel: {} }] }).channel).toEqual({ kind: 'unknown' });
  });
});

describe('whether one can reply', () => {
  const gate = (subscribed: unknown) => ({ ...subscribedGate, subscribed });
  test.each([
    ['one of two is subscribed', [gate(false), gate(true)], { allowed: true }],
    ['none is', [gate(false), gate(false)], { allowed: false, reason: 'unsubscribed' }],
    ['there is none', [], { allowed: false, reason: 'unsubscribed' }],
    ['one does not say', [gate(false), gate(undefined)], undefined],
    ['one cannot be read', [gate(false), null], undefined],
    ['none can be read', [null], undefined],
    ['the chat does not say', undefined, undefined],
  ])('%s', (_, gates, expected) => {
    expect(map({ gates }).canReply).toEqual(expected);
  });
});

describe('unread messages', () => {
  const gates = [subscribedGate, unsubscribedGate];
  test.each([
    ['the chat’s own count', { unreadMessages: 9, gates }, 9],
    ['a count of zero', { unreadMessages: 0, gates }, 0],
    ['the sum over the gates', { gates }, 3],
    ['the sum, when the chat’s own is no count', { unreadMessages: -1, gates }, 3],
    ['unknown, when a gate does not say', { gates: [subscribedGate, { id: 1 }] }, undefined],
    ['unknown, when a gate cannot be read', { gates: [subscribedGate, []] }, undefined],
    ['unknown without gates', { gates: undefined }, undefined],
  ])('%s', (_, change, expected) => {
    expect(map(change).unreadCount).toBe(expected);
  });
});

describe('contact', () => {
  test('its id is the original one', () => {
    expect(map({}).contact).toEqual({ id: '2231', name: 'Vera Lamp', avatarUrl: 'https://cdn.example.com/vera.jpg' });
  });

  test('without a name or an avatar', () => {
    expect(map({ name: null, image: '/img/vera.jpg' }).contact).toEqual({ id: '2231', name: null });
  });

  test.each([undefined, null, {}, { id: 3404 }, { originalId: 'x' }])('%j does not say which it is', (contact) => {
    expect(map({ contact, name: undefined, image: undefined }).contact).toEqual({});
  });
});

test('times that are missing or cannot be read are left out', () => {
  const mapped = map({ createdAt: null, updatedAt: '0000-00-00 00:00:00' });
  expect(mapped).not.toHaveProperty('createdAt');
  expect(mapped).not.toHaveProperty('updatedAt');
});

test('a chat needs an id, unless the app gives it', () => {
  expect(() => map({ id: null })).toThrow(expect.objectContaining({ code: 'unexpected-response' }));
  expect(toConversation({}, { nativeId: '7' }, mappingContext())).toMatchObject({ nativeId: '7', status: 'unknown' });
});

test('differences from the documented object are reported', () => {
  const context = mappingContext();
  const { createdAt: _, ...rest } = chat;
  toConversation({ ...rest, name: 5, isClosed: true, unreadMessages: 1 }, {}, context);
  expect(context.drift).toEqual([
    { entity: 'conversation', field: 'name', change: 'changed-type', actual: 'number' },
    { entity: 'conversation', field: 'createdAt', change: 'vanished' },
    { entity: 'conversation', field: 'isClosed', change: 'appeared', actual: 'boolean' },
  ]);
});

test('differences in what is nested are reported with their place', () => {
  const context = mappingContext();
  const { type: _, ...channel } = viberChannel;
  const gates = [{ ...subscribedGate, channel: { ...channel, name: 5 } }, { ...unsubscribedGate, contact: {} }, null];
  toConversation({ ...chat, contact: { id: 3404, originalId: true }, gates }, {}, context);
  expect(context.drift).toEqual([
    { entity: 'conversation', field: 'contact.originalId', change: 'changed-type', actual: 'boolean' },
    { entity: 'conversation', field: 'gates.channel.type', change: 'vanished' },
    { entity: 'conversation', field: 'gates.channel.name', change: 'changed-type', actual: 'number' },
    { entity: 'conversation', field: 'gates.contact', change: 'appeared', actual: 'object' },
    { entity: 'conversation', field: 'gates', change: 'unrecognised' },
  ]);
});
