import { createInbox } from '@anyinbox/core';
import { describe, expect, it } from 'vitest';
import { everythingProvider } from '../support/everything-provider.ts';
import { failure } from '../support/failure.ts';

const setUp = () => {
  const { provider, received } = everythingProvider();
  return { inbox: createInbox(provider, { connectionId: 'x', credentials: {}, options: {}, now: () => 0 }), received };
};
type Inbox = ReturnType<typeof setUp>['inbox'];

const page = { position: undefined, limit: 1000 };
const live = { source: 'live', asOf: '1970-01-01T00:00:00.000Z', complete: true };
const conversation = { id: 'x:c', connectionId: 'x', provider: 'everything', assignee: null, provenance: live };
const message = { id: 'x:m', conversationId: 'x:c', provenance: { ...live, complete: false } };
const website = { name: 'Shop', providerOptions: { everything: { colour: 'red' }, other: {} } };

/** The call of an app, what the handler must be given for it, and what the app must get. */
const cases: [string, (inbox: Inbox) => PromiseLike<unknown>, unknown[], unknown][] = [
  [
    'conversations.list',
    ({ conversations }) => conversations.list({ unread: true, search: 'kim', assignee: { groupId: 'x:g' } }),
    ['list', { unread: true, search: 'kim', assignee: { groupId: 'g' } }, page],
    { items: [conversation] },
  ],
  ['conversations.get', ({ conversations }) => conversations.get('x:c'), ['get', 'c'], conversation],
  ['conversations.close', ({ conversations }) => conversations.close('x:c'), ['close', 'c'], undefined],
  [
    'conversations.reopen',
    ({ conversations }) => conversations.reopen('x:c', { agentId: 'x:a' }),
    ['reopen', 'c', { agentId: 'a' }],
    undefined,
  ],
  [
    'conversations.reopen by nobody',
    ({ conversations }) => conversations.reopen('x:c'),
    ['reopen', 'c', {}],
    undefined,
  ],
  ['conversations.markRead', ({ conversations }) => conversations.markRead('x:c'), ['markRead', 'c'], undefined],
  [
    'conversations.assign to a group',
    ({ conversations }) => conversations.assign('x:c', { groupId: 'x:g' }),
    ['assign', 'c', { groupId: 'g' }, {}],
    undefined,
  ],
  ['conversations.unassign', ({ conversations }) => conversations.unassign('x:c'), ['unassign', 'c'], undefined],
  [
    'messages.list',
    ({ messages }) => messages.list('x:c', { limit: 1 }),
    ['list', 'c', { position: undefined, limit: 1 }],
    { items: [message] },
  ],
  ['messages.get', ({ messages }) => messages.get('x:m', { include: ['raw'] }), ['get', 'm'], { ...message, raw: 1 }],
  [
    'messages.send as a person',
    ({ messages }) =>
      messages.send('x:c', { text: 'x', automated: true }, { as: { name: 'Kim', email: 'kim@example.com' } }),
    ['send', 'c', { text: 'x', automated: true, as: { name: 'Kim', email: 'kim@example.com' } }],
    { ...message, provenance: { source: 'send' } },
  ],
  [
    'messages.send of a place',
    ({ messages }) => messages.send('x:c', { attachments: [{ kind: 'location', latitude: 1, longitude: 2 }] }),
    ['send', 'c', { attachments: [{ kind: 'location', latitude: 1, longitude: 2 }] }],
    { provenance: { source: 'send' } },
  ],
  ['messages.edit', ({ messages }) => messages.edit('x:m', { text: 'y' }), ['edit', 'm', { text: 'y' }], undefined],
  ['messages.delete', ({ messages }) => messages.delete('x:m'), ['delete', 'm'], undefined],
  [
    'notes.add',
    ({ notes }) => notes.add('x:c', { text: 'y' }, { as: { agentId: 'x:a' } }),
    ['add', 'c', { text: 'y', as: { agentId: 'a' } }],
    { id: 'x:n', conversationId: 'x:c' },
  ],
  [
    'notes.list',
    ({ notes }) => notes.list('x:c'),
    ['list', 'c', page],
    { items: [{ id: 'x:n', conversationId: 'x:c' }] },
  ],
  ['channels.list', ({ channels }) => channels.list(), ['list', page], { items: [{ id: 'x:ch' }] }],
  ['channels.get', ({ channels }) => channels.get('x:ch', { include: ['raw'] }), ['get', 'ch'], { id: 'x:ch', raw: 1 }],
  [
    'channels.createWebsite',
    ({ channels }) => channels.createWebsite(website),
    ['createWebsite', { name: 'Shop', options: { colour: 'red' } }],
    { id: 'x:ch' },
  ],
  [
    'channels.update',
    ({ channels }) => channels.update('x:ch', { name: 'Shop', active: true }),
    ['update', 'ch', { name: 'Shop', active: true }],
    undefined,
  ],
  ['channels.delete', ({ channels }) => channels.delete('x:ch'), ['delete', 'ch'], undefined],
  ['channels.rotateToken', ({ channels }) => channels.rotateToken('x:ch'), ['rotateToken', 'ch'], undefined],
  [
    'channels.setAiAgent',
    ({ channels }) => channels.setAiAgent('x:ch', { enabled: false }),
    ['setAiAgent', 'ch', { enabled: false }],
    undefined,
  ],
  ['agents.list', ({ agents }) => agents.list(), ['list', page], { items: [{ id: 'x:a' }] }],
  [
    'agents.setOnline',
    ({ agents }) => agents.setOnline({ agentId: 'x:a' }),
    ['setOnline', { agentId: 'a' }],
    undefined,
  ],
  [
    'groups.list',
    ({ groups }) => groups.list({ include: ['raw'] }),
    ['list', page],
    { items: [{ id: 'x:g', name: 'Sales', raw: 1 }] },
  ],
];

describe('every operation', () => {
  it.each(cases)('%s translates both ways', async (_, call, given, result) => {
    const { inbox, received } = setUp();
    const got = await call(inbox);
    expect(received).toEqual([given]);
    if (result === undefined) expect(got).toBeUndefined();
    else expect(got).toMatchObject(result as object);
  });

  it('is refused when its signal fired before', async () => {
    const { inbox, received } = setUp();
    for (const call of [
      () => inbox.conversations.markRead('x:c', { signal: AbortSignal.abort() }),
      () => inbox.groups.list({ signal: AbortSignal.abort() }),
      () => inbox.groups.list({ signal: AbortSignal.abort() }).pages().next(),
    ])
      expect((await failure(call())).code).toBe('aborted');
    expect(received).toEqual([]);
  });
});
