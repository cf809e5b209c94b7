import type { Capabilities } from '@anyinbox/core/provider';

const vendor = { level: 'none', because: 'vendor' } as const;
const documented = { level: 'full', via: 'native', basis: 'documented' } as const;
const mirrored = { level: 'partial', via: 'mirror' } as const;
const written = { ...documented, limits: { as: ['agent'] } } as const;

const messagesNote =
  'Blinger documents no reading of messages: these are the last ones that conversations showed, our own, and all of those that a webhook closed.';
const channelsNote = 'Blinger lists no channels: these are the connected accounts of conversations that were read.';

/** vendors/blinger.md §Conversation endpoints, §Operators, §Webhooks. */
export const capabilities = {
  'conversations.list': {
    level: 'partial',
    via: 'composed',
    basis: 'documented',
    limits: { filters: ['status', 'assignee', 'unread'], statuses: ['open'] },
    note: 'Composed of `unassigned`, and of `unread` and `not-answered` of every operator and group: an answered conversation is in none of them. Each of these lists has at most 1000 conversations and one page.',
    withStore: {
      ...mirrored,
      basis: 'documented',
      limits: { filters: ['status', 'assignee', 'unread', 'channelId'], statuses: ['open', 'closed'] },
      note: 'What was heard since the mirror is kept, closed and answered conversations too. What happens to an answered one is heard from webhooks alone.',
    },
  },
  'conversations.get': {
    ...documented,
    note: 'Whom the vendor does not list as an operator is left out of the assignee.',
  },
  'conversations.close': documented,
  'conversations.reopen': {
    ...written,
    note: 'The vendor calls it start: it takes the conversation into an operator’s inbox, and is refused while another operator holds it.',
  },
  'conversations.markRead': vendor,
  'conversations.assign.agent': documented,
  'conversations.assign.group': documented,
  'conversations.unassign': documented,
  'messages.list': { ...mirrored, basis: 'inferred', note: messagesNote },
  'messages.get': { ...mirrored, basis: 'inferred', note: messagesNote },
  'messages.send.text': {
    ...written,
    note: 'What the vendor answers is not documented: without a recognisable id the send rejects with the outcome `sent`.',
  },
  'messages.send.file': {
    ...documented,
    limits: {
      attachments: 1,
      caption: false,
      names: false,
      kinds: ['image', 'video', 'audio', 'voice', 'file'],
      as: ['agent'],
    },
    note: 'By public URL, which is all that is sent: not the kind either.',
  },
  'messages.send.automated': vendor,
  'messages.edit': vendor,
  'messages.delete': vendor,
  'notes.add': {
    ...written,
    note: 'What the vendor answers is not documented: without a recognisable id it rejects with the outcome `sent`.',
  },
  'notes.list': vendor,
  'channels.list': { ...mirrored, basis: 'inferred', note: channelsNote },
  'channels.get': { ...mirrored, basis: 'inferred', note: channelsNote },
  'channels.createWebsite': vendor,
  'channels.update': vendor,
  'channels.delete': vendor,
  'channels.rotateToken': vendor,
  'channels.setAiAgent': vendor,
  'agents.list': { ...documented, note: 'Operators have an e-mail address and no name.' },
  'agents.setOnline': vendor,
  'groups.list': documented,
} as const satisfies Capabilities;
