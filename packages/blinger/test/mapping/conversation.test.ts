import { describe, expect, test } from 'vitest';
import { toConversation } from '../../src/conversation.ts';
import { redact } from '../../src/redact.ts';
import { conversation } from '../fixtures/objects.ts';
import { mappingContext } from '../support/mapping.ts';

const map = (changes: object = {}, knownAgentId?: string) =>
  toConversation(redact({ ...conversation, ...changes }), {}, mappingContext(), knownAgentId);

describe('the vendor’s example', () => {
  test('as a conversation, and nothing in it is news', () => {
    const context = mappingContext();
    const raw = redact(conversation);
    expect(toConversation(raw, {}, context)).toEqual({
      nativeId: '2',
      channel: { id: '4', kind: 'website', nativeKind: 'livechat', name: 'support@shop.example.com' },
      contact: { id: '5', name: 'LiveChat client #5', avatarUrl: null },
      status: 'open',
      nativeStatus: 'inbox',
      assignee: { agent: { id: '7' }, group: { id: '1', name: 'Default' } },
      unreadCount: 1,
      lastMessage: { text: 'Is the green lamp in stock?', direction: 'inbound', createdAt: '2019-06-05T12:26:30.000Z' },
      waitingSince: '2019-06-05T12:26:30.000Z',
      createdAt: '2019-06-05T12:25:32.000Z',
      updatedAt: '2019-06-05T12:26:32.000Z',
      raw,
    });
    expect(context.drift).toEqual([]);
  });

  test('an object with nothing but an id is one too, and what vanished is reported', () => {
    const context = mappingContext();
    const raw = { id: '2' };
    expect(toConversation(raw, {}, context)).toEqual({
      nativeId: '2',
      channel: { kind: 'unknown' },
      contact: {},
      status: 'unknown',
      raw,
    });
    expect(context.drift).toContainEqual({ entity: 'conversation', field: 'status', change: 'vanished' });
  });

  test('without an id it cannot be read, unless the app gives one', () => {
    const raw = { ...conversation, id: undefined };
    expect(() => toConversation(raw, {}, mappingContext())).toThrow(
      "The vendor's answer cannot be read at conversation.id",
    );
    expect(toConversation(raw, { nativeId: '9' }, mappingContext()).nativeId).toBe('9');
  });

  test('a field of another type is left out and reported', () => {
    const context = mappingContext();
    const mapped = toConversation({ ...conversation, unread_count: 'two', status: 7 }, {}, context);
    expect(mapped).toMatchObject({ status: 'unknown' });
    expect(mapped).not.toHaveProperty('unreadCount');
    expect(context.drift).toContainEqual({
      entity: 'conversation',
      field: 'unread_count',
      change: 'changed-type',
      actual: 'string',
    });
  });
});

describe('status and assignee', () => {
  test.each([
    ['unassigned', 'open', null],
    ['inbox', 'open', { agent: { id: '7' }, group: { id: '1', name: 'Default' } }],
    ['closed', 'closed', { agent: { id: '7' }, group: { id: '1', name: 'Default' } }],
    ['archived', 'unknown', { agent: { id: '7' }, group: { id: '1', name: 'Default' } }],
  ])('%s is %s', (status, ours, assignee) => {
    expect(map({ status })).toMatchObject({ status: ours, nativeStatus: status, assignee });
  });

  test('whom nobody knows is left out', () => {
    expect(map({ operator_user_id: 3 }).assignee).toEqual({ group: { id: '1', name: 'Default' } });
  });

  test('whose list it stood in holds it', () => {
    expect(map({ operator_user_id: 3 }, '12').assignee?.agent).toEqual({ id: '12' });
  });

  test('a group whose title is not known is named by its id', () => {
    expect(map({ group_id: 8 }).assignee?.group).toEqual({ id: '8', name: '8' });
    expect(map({ group_id: null }).assignee).toEqual({ agent: { id: '7' } });
  });

  test('neither is null if the vendor says so, and absent if it does not', () => {
    expect(map({ status: 'closed', operator_user_id: null, group_id: null }).assignee).toBeNull();
    expect(map({ status: 'closed', operator_user_id: undefined, group_id: undefined })).not.toHaveProperty('assignee');
    expect(map({ operator_user_id: 3, group_id: null })).not.toHaveProperty('assignee');
  });
});

describe('the two sides', () => {
  test.each([
    ['livechat', 'website'],
    ['telegrambot', 'telegram'],
    ['WhatsApp', 'whatsapp'],
    ['viber', 'viber'],
    ['facebook', 'facebook'],
    ['email', 'email'],
    ['vkontakte', 'unknown'],
    ['__proto__', 'unknown'],
  ])('%s is a channel of kind %s', (application, kind) => {
    expect(map({ application }).channel).toMatchObject({ kind, nativeKind: application });
  });

  test('the name that operators gave the customer goes first', () => {
    expect(map({ from_user_custom_name: 'Vera (VIP)' }).contact.name).toBe('Vera (VIP)');
    expect(map({ from_user_custom_name: '' }).contact.name).toBe('LiveChat client #5');
    expect(map({ from_user_name: null }).contact.name).toBeNull();
  });

  test('only a web address is an avatar', () => {
    const url = 'https://cdn.example.com/vera.jpg';
    expect(map({ from_user_avatar: url }).contact.avatarUrl).toBe(url);
    for (const from_user_avatar of ['javascript:alert(1)', '/vera.jpg', '', 'https://[', 'https://a b'])
      expect(map({ from_user_avatar }).contact).not.toHaveProperty('avatarUrl');
  });
});

describe('the last message and who waits', () => {
  test.each([
    [true, 'outbound'],
    [false, 'inbound'],
    [undefined, undefined],
  ])('by an operator: %s, so it is %s', (is_operator_last_message, direction) => {
    expect(map({ is_operator_last_message }).lastMessage?.direction).toBe(direction);
  });

  test('a file has an empty text; without a text nothing is known', () => {
    expect(map({ last_message: '' }).lastMessage).toMatchObject({ text: '' });
    expect(map({ last_message: null })).not.toHaveProperty('lastMessage');
  });

  test('a note is not shown as one', () => {
    expect(map({ is_inner_message: true })).not.toHaveProperty('lastMessage');
    expect(map({ is_inner_message: false })).toHaveProperty('lastMessage');
  });

  test.each([
    ['nobody waits', { waiting_operator_response: false }, null],
    ['the customer waits', {}, '2019-06-05T12:26:30.000Z'],
    ['the vendor does not say', { waiting_operator_response: null }, undefined],
    ['the vendor contradicts itself', { is_operator_last_message: true }, undefined],
    ['since when is not said', { last_message_date: null }, undefined],
  ])('%s', (_, changes, waitingSince) => {
    expect(map(changes).waitingSince).toBe(waitingSince);
  });
});

describe('times', () => {
  test.each([
    [1_559_737_532, '2019-06-05T12:25:32.000Z'],
    [1, '1970-01-01T00:00:01.000Z'],
    [253_402_300_799, '9999-12-31T23:59:59.000Z'],
  ])('%d seconds are %s', (date_created, createdAt) => {
    expect(map({ date_created }).createdAt).toBe(createdAt);
  });

  test.each([0, -1, 253_402_300_800, 1.5, '2019-06-05'])('%s is none, and reported', (date_created) => {
    const context = mappingContext();
    expect(toConversation({ ...conversation, date_created }, {}, context)).not.toHaveProperty('createdAt');
    expect(context.drift).toContainEqual(expect.objectContaining({ field: 'date_created' }));
  });
});

describe('a conversation that grew from comments', () => {
  test('has the post as subject and link', () => {
    const changes = {
      type: 'comment',
      comment_post_title: 'New lamps',
      comment_post_url: 'https://social.example.com/posts/8',
    };
    expect(map(changes)).toMatchObject({ subject: 'New lamps', links: { post: 'https://social.example.com/posts/8' } });
    expect(map({ comment_post_url: 'javascript:alert(1)' })).not.toHaveProperty('links');
  });
});
