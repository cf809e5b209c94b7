import type { Capabilities, MissingCapability, SupportedCapability } from '@anyinbox/core/provider';

const documented = { level: 'full', via: 'native', basis: 'documented' } as const satisfies SupportedCapability;
const none = { level: 'none', because: 'vendor' } as const satisfies MissingCapability;

/** Of both providers (vendors/sendyiq.md §Endpoints). What answers look like is inferred throughout: see assumptions/. */
export const capabilities = {
  'conversations.list': {
    ...documented,
    limits: { filters: ['status', 'channelId'], statuses: ['open', 'closed'] },
    note: 'The values of the filter `status` are inferred (option `statusValues`), as is the order.',
  },
  'conversations.get': documented,
  'conversations.close': documented,
  'conversations.reopen': documented,
  'conversations.markRead': none,
  'conversations.assign.agent': none,
  'conversations.assign.group': none,
  'conversations.unassign': none,
  'messages.list': {
    level: 'partial',
    via: 'native',
    basis: 'inferred',
    note: 'Read from the conversation, one page; refused with `unsupported` when the vendor does not answer messages with it.',
  },
  'messages.get': {
    level: 'partial',
    via: 'mirror',
    basis: 'inferred',
    note: 'Of what polling, the hub and sends brought: the vendor has no such call.',
  },
  'messages.send.text': documented,
  'messages.send.file': none,
  'messages.send.automated': none,
  'messages.edit': none,
  'messages.delete': none,
  'notes.add': none,
  'notes.list': none,
  'channels.list': { ...documented, note: 'One page. The channels of chat and social are the same ones.' },
  'channels.get': { ...none, note: 'Find the channel in channels.list.' },
  'channels.createWebsite': {
    ...documented,
    note: 'The embed snippet comes with native.channels.createWebsite.',
  },
  'channels.update': { ...documented, limits: { fields: ['name'] } },
  'channels.delete': documented,
  'channels.rotateToken': { ...documented, note: 'The new token comes with native.channels.rotateToken.' },
  'channels.setAiAgent': documented,
  'agents.list': none,
  'agents.setOnline': none,
  'groups.list': none,
} as const satisfies Capabilities;
