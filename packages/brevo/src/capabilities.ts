import type { Capabilities } from '@anyinbox/core/provider';

const vendor = { level: 'none', because: 'vendor' } as const;
const documented = { level: 'full', via: 'native', basis: 'documented' } as const;

const byWebhook = { level: 'partial', via: 'mirror', basis: 'observed' } as const;
const note = 'Of what its webhooks brought since they are set up: Brevo shows nothing of the kind itself.';

/** vendors/brevo.md §2: ten operations, and nothing that lists. */
export const capabilities = {
  'conversations.list': {
    ...byWebhook,
    limits: { filters: ['status', 'channelId', 'assignee'], statuses: ['open', 'closed'] },
    note: `${note} A conversation is closed when its transcript came, and open again when its visitor writes.`,
  },
  'conversations.get': { ...byWebhook, note },
  'conversations.close': vendor,
  'conversations.reopen': vendor,
  'conversations.markRead': vendor,
  'conversations.assign.agent': { ...vendor, note: 'Brevo assigns to groups only.' },
  'conversations.assign.group': {
    level: 'partial',
    via: 'native',
    basis: 'inferred',
    note: 'The path is documented, but its body names no visitor: that it takes a `visitorId` is inferred from its answer.',
  },
  'conversations.unassign': { ...vendor, note: 'Nothing documented; native.visitorGroup can send `groupId: null`.' },
  'messages.list': { ...byWebhook, note },
  'messages.get': { ...documented, note: 'That it reads messages of visitors too is inferred.' },
  'messages.send.text': {
    ...documented,
    limits: { as: ['agent', 'person'] },
    note: 'Needs an author: `as`, or the option `agent`. A 200 does not prove that an outside channel took it: see `delivery`.',
  },
  'messages.send.file': { ...vendor, note: 'No field for files is documented.' },
  'messages.send.automated': {
    ...documented,
    limits: { as: ['agent'] },
    note: 'A pushed message, by an agent or by a group (`providerOptions.brevo.groupId`).',
  },
  'messages.edit': { ...documented, note: 'Messages of agents and pushed messages, not those of visitors.' },
  'messages.delete': { ...documented, note: 'Messages of agents and pushed messages, not those of visitors.' },
  'notes.add': vendor,
  'notes.list': vendor,
  'channels.list': { ...byWebhook, note },
  'channels.get': { ...byWebhook, note },
  'channels.createWebsite': vendor,
  'channels.update': vendor,
  'channels.delete': vendor,
  'channels.rotateToken': vendor,
  'channels.setAiAgent': vendor,
  'agents.list': { ...byWebhook, note },
  'agents.setOnline': {
    ...documented,
    limits: { as: ['agent', 'person'] },
    note: 'For two to three minutes. Each call is one request of the hourly budget.',
  },
  'groups.list': { ...vendor, note: "Take a group's id from its page at Brevo." },
} as const satisfies Capabilities;
