import { entityMapper, InboxError, type Normalize } from '@anyinbox/core/provider';
import { describe, expect, it } from 'vitest';
import { conversationMapper } from '../../src/conversation.ts';
import { camelConversation, mappedConversation, pascalConversation } from '../fixtures/bodies.ts';
import { thrown } from '../support/caught.ts';
import { collectDrift, ignoreDrift } from '../support/drifts.ts';

const map = conversationMapper(ignoreDrift);
const withNormalize = (conversation: NonNullable<Normalize['conversation']>, raw: unknown, report = ignoreDrift) =>
  entityMapper({ conversation }, 'conversation', conversationMapper(report))(raw);

describe('a conversation', () => {
  it.each([
    { scenario: 'flat camelCase', raw: camelConversation, nativeStatus: 'Open' },
    { scenario: 'nested PascalCase', raw: pascalConversation, nativeStatus: 'ACTIVE' },
  ])('is mapped from $scenario without drift', ({ raw, nativeStatus }) => {
    const drift = collectDrift();
    expect(conversationMapper(drift.report)(raw, {})).toEqual({ ...mappedConversation, nativeStatus, raw });
    expect(drift.lines()).toEqual([]);
  });

  it.each([
    ['open', ['Open', 'ACTIVE', 'new', 're-opened']],
    ['pending', ['Pending', 'waiting']],
    ['snoozed', ['SNOOZED']],
    ['closed', ['Resolved', 'closed', 'Done']],
    ['unknown', ['Archived', '1', '']],
  ])('is %s when the vendor says one of %j', (status, said) => {
    expect(said.map((word) => map({ id: 'c', status: word }, {}).status)).toEqual(said.map(() => status));
  });

  it('keeps a status that ASP.NET wrote as a number', () => {
    expect(map({ id: 'c', status: 2 }, {})).toMatchObject({ status: 'unknown', nativeStatus: '2' });
  });

  it('of nothing but an id has only what the model demands, and every missing field is reported', () => {
    const drift = collectDrift();
    expect(conversationMapper(drift.report)({ id: 7 }, {})).toEqual({
      nativeId: '7',
      channel: { kind: 'unknown' },
      contact: {},
      status: 'unknown',
      raw: { id: 7 },
    });
    expect(drift.lines()).toEqual([
      'conversation channel.nativeKind unrecognised',
      'conversation channel.id unrecognised',
      'conversation contact.name unrecognised',
      'conversation status unrecognised',
      'conversation unreadCount unrecognised',
      'conversation lastMessage.text unrecognised',
      'conversation createdAt unrecognised',
      'conversation updatedAt unrecognised',
    ]);
  });

  it('reports fields that nothing is assumed about, by name and type, and odd names not at all', () => {
    const drift = collectDrift();
    const raw = { ...camelConversation, slaBreached: true, 'Ada said hello': 1, storeId: 'known', Tags: ['vip'] };
    conversationMapper(drift.report)(raw, {});
    expect(drift.lines()).toEqual([
      'conversation slaBreached appeared boolean',
      'conversation ? appeared number',
      'conversation Tags appeared array',
    ]);
  });

  it('leaves out what has another type, and reports it', () => {
    const drift = collectDrift();
    const raw = { ...camelConversation, unreadCount: 'many', createdAt: 'yesterday', customerPhone: 12 };
    const conversation = conversationMapper(drift.report)(raw, {});
    expect(conversation).not.toHaveProperty('unreadCount');
    expect(conversation).not.toHaveProperty('createdAt');
    expect(conversation.contact).not.toHaveProperty('phone');
    expect(drift.lines()).toEqual([
      'conversation customerPhone changed-type number',
      'conversation unreadCount changed-type string',
      'conversation createdAt changed-type string',
    ]);
  });

  it('tells an empty last message from one that the vendor does not mention', () => {
    expect(map({ id: 'c', lastMessage: null }, {}).lastMessage).toBeNull();
    expect(map({ id: 'c' }, {})).not.toHaveProperty('lastMessage');
    expect(map({ id: 'c', lastMessage: 'Hello' }, {}).lastMessage).toEqual({ text: 'Hello' });
  });

  it.each([
    [{ lastMessage: { text: null, direction: 'Inbound' } }, { text: '', direction: 'inbound' }],
    [{ lastMessage: { body: null, sentAt: 0 } }, { text: '', createdAt: '1970-01-01T00:00:00.000Z' }],
    [
      { lastMessage: null, lastMessageAt: 0 },
      { text: '', createdAt: '1970-01-01T00:00:00.000Z' },
    ],
    [
      { lastMessage: 'Hi', lastMessageSenderType: 'Ai' },
      { text: 'Hi', direction: 'outbound' },
    ],
  ])('has a last message in %j, even without a text', (fields, lastMessage) => {
    expect(map({ id: 'c', ...fields }, {}).lastMessage).toEqual(lastMessage);
  });

  it('calls an object without a known name unrecognised, not of another type', () => {
    const drift = collectDrift();
    const raw = {
      ...camelConversation,
      customerName: undefined,
      customer: { alias: 'Ada' },
      lastMessage: { html: 'x' },
    };
    const conversation = conversationMapper(drift.report)(raw, {});
    expect(conversation.contact).not.toHaveProperty('name');
    expect(conversation).not.toHaveProperty('lastMessage');
    expect(drift.lines()).toEqual([
      'conversation contact.name unrecognised',
      'conversation lastMessage.text unrecognised',
    ]);
  });

  it('takes a time that .NET never set as absent, without calling it drift', () => {
    const drift = collectDrift();
    const raw = { ...camelConversation, updatedAt: '0001-01-01T00:00:00' };
    expect(conversationMapper(drift.report)(raw, {})).not.toHaveProperty('updatedAt');
    expect(drift.lines()).toEqual([]);
  });

  it.each([[{ status: 'Open' }], [{ id: '' }], [{ id: {} }], [null], ['text'], [[]], [undefined]])(
    'without a readable id is an unexpected response: %j',
    (raw) => {
      const drift = collectDrift();
      expect(thrown(() => conversationMapper(drift.report)(raw, {}))).toMatchObject({
        code: 'unexpected-response',
        blame: 'vendor',
        message: expect.stringMatching(/conversation\.id/),
      });
    },
  );
});

describe('normalize for a conversation', () => {
  it('gives the id that the mapper cannot find', () => {
    const nativeId = (raw: unknown) => (raw as { ref: string }).ref;
    expect(withNormalize({ nativeId }, { ref: 'r-1' }).nativeId).toBe('r-1');
    expect(withNormalize({ nativeId: () => 'r-2' }, undefined)).toMatchObject({ nativeId: 'r-2', raw: null });
  });

  it.each([
    ['channel', { id: 'x', kind: 'telegram' }],
    ['contact', { name: 'Someone' }],
    ['status', 'pending'],
    ['unreadCount', 9],
    ['lastMessage', { text: 'Other' }],
    ['createdAt', '2020-01-01T00:00:00.000Z'],
    ['updatedAt', '2020-01-02T00:00:00.000Z'],
    ['subject', 'An order'],
  ] as const)('decides %s, and only that', (field, value) => {
    const { raw: _, ...mapped } = withNormalize({ [field]: () => value }, camelConversation);
    expect(mapped).toEqual({ ...mappedConversation, nativeStatus: 'Open', [field]: value });
  });

  it('silences the drift of what it decides', () => {
    const drift = collectDrift();
    const { createdAt: _, status: __, ...raw } = camelConversation;
    withNormalize({ createdAt: () => '2020-01-01T00:00:00.000Z', status: () => 'open' }, raw, drift.report);
    expect(drift.lines()).toEqual([]);
  });

  it('leaves to the provider what it returns undefined for', () => {
    expect(withNormalize({ status: () => undefined }, camelConversation).status).toBe('open');
  });

  it('that throws is an invalid configuration, without what it threw', () => {
    const status = () => {
      throw new Error('Ada Lovelace');
    };
    expect(() => withNormalize({ status }, camelConversation)).toThrow(InboxError);
    expect(() => withNormalize({ status }, camelConversation)).toThrow(/^normalize\.conversation\.status threw$/);
  });
});
