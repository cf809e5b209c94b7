import type { Capabilities } from '@anyinbox/core/provider';

const vendor = { level: 'none', because: 'vendor' } as const;
const documented = { level: 'full', via: 'native', basis: 'documented' } as const;

const onlyByWebhook = <What extends string>(what: What) =>
  ({
    level: 'none',
    because: 'not-yet',
    note: `Brevo shows ${what} only through webhooks: it needs a store with the mirror, which keeps what they bring. Until then take ids from your own webhook or from Brevo's pages.`,
  }) as const;

/** vendors/brevo.md §2: ten operations, and nothing that lists. */
export const capabilities = {
  'conversations.list': onlyByWebhook('conversations'),
  'conversations.get': onlyByWebhook('conversations'),
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
  'messages.list': onlyByWebhook('messages'),
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
  'channels.list': onlyByWebhook('channels'),
  'channels.get': onlyByWebhook('channels'),
  'channels.createWebsite': vendor,
  'channels.update': vendor,
  'channels.delete': vendor,
  'channels.rotateToken': vendor,
  'channels.setAiAgent': vendor,
  'agents.list': onlyByWebhook('agents'),
  'agents.setOnline': {
    ...documented,
    limits: { as: ['agent', 'person'] },
    note: 'For two to three minutes. Each call is one request of the hourly budget.',
  },
  'groups.list': { ...vendor, note: "Take a group's id from its page at Brevo." },
} as const satisfies Capabilities;
