import { type Capabilities, type Operation, operations } from '@anyinbox/core/provider';

const none = { level: 'none', because: 'vendor' } as const;
const full = { level: 'full', via: 'native', basis: 'documented' } as const;
const nothing = Object.fromEntries(operations.map((operation) => [operation, none])) as Record<Operation, typeof none>;

/** What Pigeon Desk can do (`FACTS.md`). What is not named here, it cannot. */
export const capabilities = {
  ...nothing,
  'conversations.list': {
    ...full,
    limits: { filters: ['status', 'channelId'], statuses: ['open', 'closed'] },
  },
  'conversations.get': full,
  'conversations.close': full,
  'conversations.reopen': { ...full, limits: { as: ['agent'] } },
  'conversations.assign.agent': full,
  'conversations.assign.group': full,
  'conversations.unassign': {
    level: 'none',
    because: 'not-yet',
    note: 'How to take a thread from its keeper is not documented.',
  },
  'messages.list': full,
  'messages.get': full,
  'messages.send.text': { ...full, limits: { as: ['agent'] } },
  'messages.edit': {
    ...full,
    level: 'partial',
    note: "Only a keeper's letter, and only while it is the newest of its thread.",
  },
  'messages.delete': full,
  'notes.add': full,
  'notes.list': full,
  'channels.list': full,
  'channels.get': full,
  'agents.list': full,
  'groups.list': full,
} as const satisfies Capabilities;
