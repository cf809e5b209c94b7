/** The vendor's words, compared without case and punctuation. */
export const words = {
  basis: 'inferred',
  from: '§Pagination, §Domain model hints: the words are UNKNOWN; a reopen action implies open and resolved conversations',
  status: {
    open: ['open', 'active', 'new', 'reopened'],
    pending: ['pending', 'waiting'],
    snoozed: ['snoozed'],
    closed: ['resolved', 'closed', 'done'],
  },
  direction: {
    inbound: ['inbound', 'incoming', 'in', 'received'],
    outbound: ['outbound', 'outgoing', 'out', 'sent'],
  },
  author: {
    contact: ['customer', 'visitor', 'user', 'contact', 'client', 'guest'],
    agent: ['agent', 'operator', 'store', 'storeagent', 'staff', 'merchant', 'human'],
    bot: ['ai', 'aiagent', 'bot', 'assistant'],
    system: ['system'],
  },
  delivery: {
    pending: ['pending', 'queued', 'sending'],
    sent: ['sent'],
    delivered: ['delivered'],
    read: ['read', 'seen'],
    failed: ['failed', 'error', 'undelivered'],
  },
  channel: {
    website: ['website', 'web', 'webchat', 'websitechat', 'widget'],
    whatsapp: ['whatsapp', 'whatsappbusiness'],
    instagram: ['instagram'],
    facebook: ['facebook', 'messenger', 'facebookmessenger'],
    telegram: ['telegram'],
    viber: ['viber'],
    email: ['email'],
    sms: ['sms'],
  },
  attachment: {
    image: ['image', 'photo', 'picture'],
    video: ['video'],
    audio: ['audio'],
    voice: ['voice', 'ptt'],
    file: ['file', 'document'],
    sticker: ['sticker'],
    location: ['location'],
    contact: ['contact', 'contacts'],
  },
} as const;
