import type { Capabilities } from '@anyinbox/core/provider';

const vendor = { level: 'none', because: 'vendor' } as const;
const documented = { level: 'full', via: 'native', basis: 'documented' } as const;

/** vendors/smartsender.md §Endpoints. */
export const capabilities = {
  'conversations.list': {
    ...documented,
    limits: { filters: ['status', 'assignee', 'unread', 'search'], statuses: ['open', 'closed'] },
    note: 'A chat does not carry its status or its assignee: they are known only when the list was filtered by them. `assignee` and `unread` exclude each other, and `assignee` must be an agent.',
  },
  'conversations.get': { ...documented, note: 'The status is `unknown`: a chat does not carry it.' },
  'conversations.close': documented,
  'conversations.reopen': { ...vendor, note: 'No such endpoint.' },
  'conversations.markRead': documented,
  'conversations.assign.agent': { ...documented, limits: { note: true } },
  'conversations.assign.group': { ...vendor, note: 'Smartsender has no groups.' },
  'conversations.unassign': { ...vendor, note: 'No such endpoint.' },
  'messages.list': documented,
  'messages.get': {
    level: 'partial',
    via: 'mirror',
    basis: 'documented',
    note: 'Of what polling and sends brought: Smartsender itself cannot read one message.',
  },
  'messages.send.text': documented,
  'messages.send.file': {
    ...documented,
    limits: {
      attachments: 1,
      caption: false,
      kinds: ['image', 'video', 'audio', 'voice', 'file', 'location', 'contact'],
      names: false,
    },
    note: 'By public URL; there is no upload. Only a location has a name, which is its title.',
  },
  'messages.send.automated': vendor,
  'messages.edit': {
    level: 'partial',
    via: 'native',
    basis: 'observed',
    note: 'Seen in one client, which offers it for Telegram only. Needs a message that was listed or sent, as its id then names the gate.',
  },
  'messages.delete': {
    level: 'partial',
    via: 'native',
    basis: 'observed',
    note: 'Seen in clients, offered for Telegram only. Needs a message that was listed or sent, as its id then names the gate.',
  },
  'notes.add': {
    ...documented,
    basis: 'inferred',
    note: 'The path is documented, the field `content` of the body is inferred.',
  },
  'notes.list': {
    ...documented,
    basis: 'inferred',
    note: 'Notes belong to the contact. The path is documented, the form of the list is inferred.',
  },
  'channels.list': documented,
  'channels.get': documented,
  'channels.createWebsite': vendor,
  'channels.update': { ...documented, limits: { fields: ['active'] } },
  'channels.delete': vendor,
  'channels.rotateToken': vendor,
  'channels.setAiAgent': vendor,
  'agents.list': documented,
  'agents.setOnline': vendor,
  'groups.list': vendor,
} as const satisfies Capabilities;
