import { describe, expect, test } from 'vitest';
import { conversationQuery } from '../../src/conversation-query.ts';
import { checkedId, formatMessageId, parseMessageId } from '../../src/ids.ts';
import { positionAfter, vendorPage } from '../../src/paging.ts';

const refusal = (code: string) => expect.objectContaining({ code, blame: 'caller', attempts: 0 });

describe('filters', () => {
  test.each([
    [{}, {}],
    [{ status: 'open' }, { state: 'open' }],
    [
      { status: 'closed', search: 'lamp' },
      { state: 'closed', term: 'lamp' },
    ],
    [{ unread: true }, { 'selector[name]': 'unread' }],
    [{ assignee: { agentId: '71' } }, { 'selector[name]': 'private', 'selector[operatorId]': '71' }],
  ] as const)('%j', (query, expected) => {
    const parameters = Object.entries(conversationQuery(query)).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(parameters)).toEqual(expected);
  });

  test.each([
    ['of nobody', { assignee: null }],
    ['of a group', { assignee: { groupId: '5' } }],
    ['of an agent and unread', { assignee: { agentId: '71' }, unread: true }],
    ['pending', { status: 'pending' }],
    ['snoozed', { status: 'snoozed' }],
  ] as const)('conversations %s cannot be selected', (_, query) => {
    expect(() => conversationQuery(query)).toThrow(refusal('unsupported'));
  });

  test('an agent whose id is none is refused', () => {
    expect(() => conversationQuery({ assignee: { agentId: 'marta' } })).toThrow(refusal('invalid-request'));
  });
});

describe('ids', () => {
  test.each(['0', '7', '2196', '9007199254740991'])('%s is one', (id) => {
    expect(checkedId(id, 'id')).toBe(id);
  });

  test.each(['', '-7', '1.5', '07', '1e3', '../2196', '2196 ', 'vera', '9007199254740992', '٣', '1'.repeat(17)])(
    '%j is none, and is not repeated in the message',
    (id) => {
      expect(() => checkedId(id, 'conversationId')).toThrow(refusal('invalid-request'));
      expect(() => checkedId(id, 'conversationId')).toThrow(
        'conversationId is not a Smartsender id, which is digits only',
      );
    },
  );

  test('a message names its gate', () => {
    expect(formatMessageId('534', '3404')).toBe('3404-534');
    expect(parseMessageId('3404-534')).toEqual({ gateId: '3404', messageId: 534 });
  });

  test('without a gate it can be formatted, but not changed', () => {
    expect(formatMessageId('534', undefined)).toBe('534');
    expect(() => parseMessageId('534')).toThrow(
      expect.objectContaining({ code: 'unsupported', hint: expect.stringContaining('gate') }),
    );
  });

  test.each(['', '-', '3404-', '-534', '3404-534-1', 'a-b', '3404_534', '3404--534'])('%j is no message', (id) => {
    expect(() => parseMessageId(id)).toThrow(refusal('invalid-request'));
  });
});

describe('pages', () => {
  test.each([
    [1, 1],
    [20, 20],
    [21, 20],
    [1000, 20],
  ])('a limit of %d asks for %d', (limit, limitation) => {
    expect(vendorPage({ limit })).toEqual({ page: 1, limitation });
  });

  test('a position keeps the size it began with', () => {
    expect(vendorPage({ limit: 3, position: '4:7' })).toEqual({ page: 4, limitation: 7 });
  });

  test('there is a position after every page but the last', () => {
    expect(positionAfter({ page: 1, limitation: 7 }, 3)).toBe('2:7');
    expect(positionAfter({ page: 3, limitation: 7 }, 3)).toBeUndefined();
    expect(positionAfter({ page: 1, limitation: 7 }, 0)).toBeUndefined();
  });

  test.each(['', '1', '0:20', '2:0', '2:21', '2:20:1', '-1:20', '1e3:20', ' 1:20', '2:07', '1000000000:20'])(
    'the position %j is refused',
    (position) => {
      expect(() => vendorPage({ limit: 5, position })).toThrow(refusal('invalid-request'));
    },
  );
});
