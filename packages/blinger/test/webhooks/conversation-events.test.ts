import { describe, expect, test } from 'vitest';
import { assigned, closedBeside, closedInside, fromUser, operator, told, unassigned } from '../fixtures/webhooks.ts';
import { createReader, oneOf, typesOf } from '../support/webhooks.ts';

const { title, avatar, ...attributes } = fromUser;
const facts = {
  nativeId: '58',
  channel: { kind: 'telegram', nativeKind: 'telegrambot' },
  contact: { name: title, avatarUrl: avatar, attributes },
  createdAt: '2019-06-05T12:25:32.000Z',
  updatedAt: '2019-06-05T13:25:30.000Z',
};
const agent = { id: '7', name: 'Marta', email: 'marta@shop.example.com' };
const hints = [{ conversationId: '58' }];

test('unassigned: nobody has it, and the rest is to be looked up', () => {
  const { read, drift } = createReader();
  expect(read(unassigned)).toEqual({
    events: [
      {
        type: 'conversation.unassigned',
        key: '2019-06-05T13:25:30.000Z ',
        conversationId: '58',
        occurredAt: '2019-06-05T13:25:30.000Z',
        nativeType: 'on_conversation_unassigned',
        conversation: { ...facts, status: 'open', nativeStatus: 'unassigned', assignee: null },
      },
    ],
    hints,
  });
  expect(drift).toEqual([]);
});

test('assigned: who has it now', () => {
  expect(createReader().read(assigned)).toEqual({
    events: [
      {
        type: 'conversation.assigned',
        key: '2019-06-05T13:25:30.000Z 7',
        conversationId: '58',
        occurredAt: '2019-06-05T13:25:30.000Z',
        nativeType: 'on_conversation_assigned',
        conversation: { ...facts, status: 'open', nativeStatus: 'inbox', assignee: { agent } },
        agents: [agent],
      },
    ],
    hints,
  });
});

test.each([
  ['inside', closedInside],
  ['beside', closedBeside],
])('closed, its messages %s the conversation: these first', (_, body) => {
  const reading = createReader().read(body);
  expect(typesOf(reading)).toEqual(['message.received', 'message.sent', 'conversation.closed']);
  expect(oneOf(reading, 'conversation.closed')).toEqual({
    type: 'conversation.closed',
    key: '2019-06-05T13:25:30.000Z 7',
    conversationId: '58',
    occurredAt: '2019-06-05T13:25:30.000Z',
    nativeType: 'on_conversation_closed',
    conversation: { ...facts, status: 'closed', nativeStatus: 'closed', assignee: { agent } },
    agents: [agent],
  });
  expect(reading.hints).toEqual(hints);
});

describe('the key', () => {
  const keyOf = (body: unknown) => createReader().read(body).events.at(-1)?.key;
  const closedAt = (date_updated: unknown) => ({ ...closedInside, conversation: { ...told, date_updated } });

  test('is the same for the same delivery, wherever the messages stand, whatever the order of the fields', () => {
    const reordered = Object.fromEntries(Object.entries(closedInside).toReversed());
    expect(keyOf(reordered)).toBe(keyOf(closedInside));
    expect(keyOf(closedBeside)).toBe(keyOf(closedInside));
  });

  test('is another one when it is closed again, or assigned to somebody else within the second', () => {
    expect(keyOf(closedAt(1_559_741_131))).not.toBe(keyOf(closedAt(1_559_741_130)));
    expect(keyOf({ ...assigned, operator: { ...operator, id: 8 } })).not.toBe(keyOf(assigned));
  });

  test('is that of the content where no time is told, and then the time is when it was heard', () => {
    const [first, again, other] = [closedAt(null), closedAt(null), { ...closedAt(null), operator: undefined }];
    expect(keyOf(again)).toBe(keyOf(first));
    expect(keyOf(other)).not.toBe(keyOf(first));
    expect(createReader().read(first).events.at(-1)?.occurredAt).toBeUndefined();
  });
});

describe('the contact', () => {
  test('has no id: the number of the user is not the one that conversations show', () => {
    const { conversation } = oneOf(createReader().read(unassigned), 'conversation.unassigned');
    expect(conversation?.contact).not.toHaveProperty('id');
    expect(conversation?.contact?.attributes).toMatchObject({ user_id: 412, service_user_id: '880000412' });
  });

  test('is left out if nothing is said of it, and only a web address is an avatar', () => {
    const factsOf = (from_user: unknown) =>
      oneOf(createReader().read({ ...unassigned, conversation: { ...told, from_user } }), 'conversation.unassigned')
        .conversation;
    for (const nothing of [undefined, null, 'Vera', 412]) expect(factsOf(nothing)).not.toHaveProperty('contact');
    expect(factsOf({ title: 'Vera', avatar: 'javascript:alert(1)' })?.contact).toEqual({
      name: 'Vera',
      attributes: {},
    });
  });
});

describe('what is not told is not said', () => {
  test('a conversation that is nothing but its id', () => {
    const reading = createReader().read({ webhook: 'on_conversation_closed', conversation: { id: '58' } });
    expect(oneOf(reading, 'conversation.closed').conversation).toEqual({ nativeId: '58', status: 'closed' });
  });

  test.each([
    ['its own word goes before the name of the event', 'closed', 'closed'],
    ['a word that nobody knows gives way to it', 'archived', 'open'],
  ])('%s', (_, status, ours) => {
    const reading = createReader().read({ ...assigned, conversation: { ...told, status } });
    const { conversation } = oneOf(reading, 'conversation.assigned');
    expect(conversation).toMatchObject({ status: ours, nativeStatus: status });
  });

  test.each([undefined, null, {}, { name: 'Marta' }, { id: 'marta' }])('an operator that is %o is nobody', (holder) => {
    const event = oneOf(createReader().read({ ...assigned, operator: holder }), 'conversation.assigned');
    expect(event.conversation).not.toHaveProperty('assignee');
    expect(event).not.toHaveProperty('agents');
  });

  test('an unknown channel keeps the vendor’s word, and none is none', () => {
    const channelOf = (application: unknown) =>
      oneOf(createReader().read({ ...unassigned, conversation: { ...told, application } }), 'conversation.unassigned')
        .conversation?.channel;
    expect(channelOf('vk')).toEqual({ kind: 'unknown', nativeKind: 'vk' });
    expect(channelOf(null)).toBeUndefined();
  });
});

describe('the app’s corrections', () => {
  test('hold for what webhooks tell, too', () => {
    const { read } = createReader({
      normalize: {
        conversation: { status: () => 'snoozed', channel: () => ({ kind: 'vkontakte' }) },
        agent: { name: (raw) => `${(raw as { name: string }).name}!` },
      },
    });
    expect(oneOf(read(assigned), 'conversation.assigned')).toMatchObject({
      conversation: {
        status: 'snoozed',
        channel: { kind: 'vkontakte' },
        assignee: { agent: { id: '7', name: 'Marta!' } },
      },
    });
  });

  test('one that throws loses nothing', () => {
    const { read } = createReader({
      normalize: {
        conversation: {
          subject: () => {
            throw new Error('Oops');
          },
        },
      },
    });
    expect(read(unassigned)).toMatchObject({ events: [{ type: 'vendor.other', raw: unassigned }], hints });
  });

  test('where agents go by their user_id, the operator’s id is not taken for one', () => {
    const reading = createReader({ options: { operatorIds: 'user_id' } }).read(assigned);
    const event = oneOf(reading, 'conversation.assigned');
    expect(event.conversation).not.toHaveProperty('assignee');
    expect(event).not.toHaveProperty('agents');
    expect(event.key).toBe(oneOf(createReader().read(assigned), 'conversation.assigned').key);
    expect(reading.hints).toEqual(hints);
  });
});
