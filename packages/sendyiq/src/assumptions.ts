/**
 * Everything that this package concludes about SendyIQ without the vendor having documented it: the reference declares `200 Success` with no
 * schema (vendors/sendyiq.md §Stays UNKNOWN). Each entry says which fact it stands on, and each is correctable by the app: fields with
 * `normalize`, the rest with an option.
 *
 * Spellings are tried in order, in camelCase and PascalCase; a dot goes into a nested object.
 */
export interface Assumption {
  readonly basis: 'inferred';
  /** The fact of vendors/sendyiq.md that it stands on. */
  readonly from: string;
  readonly spellings: readonly string[];
  /** Normally not on every object, so its absence is no news. */
  readonly sometimes: boolean;
}

export type Assumptions<Field extends string = string> = Readonly<Record<Field, Assumption>>;

const inferred = (from: string, ...spellings: string[]): Assumption => ({
  basis: 'inferred',
  from,
  spellings,
  sometimes: false,
});
const sometimes = (from: string, ...spellings: string[]): Assumption => ({
  ...inferred(from, ...spellings),
  sometimes: true,
});

/** Field names of a conversation, by model field. */
export const conversationFields = {
  nativeId: inferred('§Endpoints: the parameter is {conversationId}, a UUID', 'id', 'conversationId', 'uuid'),
  'channel.id': inferred('§Endpoints: the filter is ChannelId', 'channelId', 'socialChannelId', 'channel.id'),
  'channel.nativeKind': inferred(
    '§Domain model hints: ChannelType = Website',
    'channelType',
    'channel.channelType',
    'channel.type',
    'channel',
    'platform',
    'source',
  ),
  'channel.name': sometimes(
    '§Endpoints: a channel has a displayName',
    'channelName',
    'channelDisplayName',
    'channel.displayName',
    'channel.name',
  ),
  'contact.id': sometimes(
    '§Domain model hints: a customer writes',
    'customerId',
    'contactId',
    'visitorId',
    'customer.id',
    'contact.id',
    'visitor.id',
  ),
  'contact.name': inferred(
    '§Domain model hints: a customer writes',
    'customerName',
    'contactName',
    'visitorName',
    'name',
    'customer.name',
    'customer.fullName',
    'customer.displayName',
    'contact.name',
    'visitor.name',
    'customer',
    'contact',
  ),
  'contact.email': sometimes(
    '§Domain model hints: a customer writes on a website',
    'customerEmail',
    'contactEmail',
    'visitorEmail',
    'email',
    'customer.email',
    'contact.email',
    'visitor.email',
  ),
  'contact.phone': sometimes(
    '§Domain model hints: a customer writes on WhatsApp',
    'customerPhone',
    'customerPhoneNumber',
    'contactPhone',
    'visitorPhone',
    'phone',
    'phoneNumber',
    'customer.phone',
    'customer.phoneNumber',
    'contact.phone',
    'visitor.phone',
  ),
  'contact.avatarUrl': sometimes(
    '§Domain model hints: a customer writes on Instagram',
    'customerAvatarUrl',
    'customerAvatar',
    'avatarUrl',
    'customer.avatarUrl',
    'customer.avatar',
    'contact.avatarUrl',
  ),
  nativeStatus: sometimes('§Endpoints: the filter is Status', 'status', 'conversationStatus', 'state'),
  unreadCount: inferred('§Domain model hints: an inbox of messages', 'unreadCount', 'unreadMessageCount', 'unread'),
  'lastMessage.text': inferred(
    '§Endpoints: a message body is { "text": string }',
    'lastMessage.text',
    'lastMessage.body',
    'lastMessage.content',
    'lastMessageText',
    'lastMessagePreview',
    'lastMessage',
    'preview',
  ),
  'lastMessage.direction': sometimes(
    '§Domain model hints: customers, the store and an AI write',
    'lastMessage.direction',
    'lastMessageDirection',
  ),
  'lastMessage.author': sometimes(
    '§Domain model hints: customers, the store and an AI write',
    'lastMessage.senderType',
    'lastMessage.sender.type',
    'lastMessage.sender',
    'lastMessageSenderType',
    'lastMessageSender',
  ),
  'lastMessage.createdAt': sometimes(
    '§Endpoints: request dates are ISO 8601',
    'lastMessage.createdAt',
    'lastMessage.sentAt',
    'lastMessageAt',
    'lastMessageDate',
  ),
  createdAt: inferred(
    '§Domain model hints: stored entities',
    'createdAt',
    'createdAtUtc',
    'createdOn',
    'createdDate',
    'startedAt',
  ),
  updatedAt: inferred(
    '§Domain model hints: stored entities',
    'lastActivityAt',
    'updatedAt',
    'updatedAtUtc',
    'updatedOn',
    'modifiedAt',
    'lastMessageAt',
    'lastMessageDate',
  ),
} as const satisfies Assumptions;

/** Field names of a message, by model field. */
export const messageFields = {
  nativeId: inferred('§Endpoints: all ids are UUIDs', 'id', 'messageId', 'uuid'),
  text: inferred(
    '§Endpoints: a message body is { "text": string }',
    'text',
    'body',
    'content',
    'messageText',
    'message',
    'content.text',
    'message.text',
    'body.text',
  ),
  direction: sometimes('§Domain model hints: inbound and outbound messages', 'direction', 'messageDirection'),
  'direction.inbound': sometimes(
    '§Domain model hints: inbound messages',
    'isFromCustomer',
    'fromCustomer',
    'isFromVisitor',
    'isInbound',
    'isIncoming',
  ),
  'direction.outbound': sometimes(
    '§Domain model hints: outbound messages',
    'isFromStore',
    'isFromAgent',
    'isOutbound',
    'isOutgoing',
    'fromMe',
  ),
  'author.kind': sometimes(
    '§Domain model hints: customers, the store and an AI write',
    'senderType',
    'authorType',
    'sender.type',
    'author.type',
    'senderRole',
    'role',
    'sender',
    'author',
    'from',
  ),
  'author.isBot': sometimes(
    '§Domain model hints: an AI agent may answer on every channel type',
    'isAi',
    'isFromAi',
    'isAiGenerated',
    'isBot',
    'isFromBot',
  ),
  'author.id': sometimes(
    '§Domain model hints: customers, the store and an AI write',
    'senderId',
    'authorId',
    'sender.id',
    'author.id',
  ),
  'author.name': sometimes(
    '§Domain model hints: customers, the store and an AI write',
    'senderName',
    'authorName',
    'sender.name',
    'author.name',
  ),
  'author.avatarUrl': sometimes(
    '§Domain model hints: customers, the store and an AI write',
    'senderAvatarUrl',
    'senderAvatar',
    'sender.avatarUrl',
    'author.avatarUrl',
  ),
  'delivery.state': sometimes(
    '§Domain model hints: outbound goes through a Graph API',
    'deliveryStatus',
    'status',
    'messageStatus',
  ),
  'delivery.reason': sometimes(
    '§Domain model hints: outbound goes through a Graph API',
    'errorCode',
    'failureCode',
    'failureReason',
  ),
  attachments: sometimes(
    '§Domain model hints: WhatsApp and Instagram carry media; attachments are UNKNOWN',
    'attachments',
    'media',
    'mediaItems',
    'files',
    'attachment',
  ),
  'attachments.url': sometimes(
    '§Domain model hints: WhatsApp and Instagram carry media; attachments are UNKNOWN',
    'mediaUrl',
    'attachmentUrl',
    'fileUrl',
    'imageUrl',
  ),
  'attachments.kind': sometimes(
    '§Domain model hints: WhatsApp and Instagram carry media; attachments are UNKNOWN',
    'mediaType',
    'attachmentType',
    'mimeType',
    'contentType',
  ),
  createdAt: inferred(
    '§Domain model hints: stored entities',
    'createdAt',
    'createdAtUtc',
    'sentAt',
    'timestamp',
    'createdOn',
    'createdDate',
    'receivedAt',
    'date',
    'time',
  ),
} as const satisfies Assumptions;

/** Of the answer to a send: `message` may be an acknowledgement there (§Errors names a field `message`), so it is no text. */
export const sentMessageFields = {
  ...messageFields,
  text: sometimes('§Errors: `message` explains an answer', 'text', 'body', 'content', 'messageText', 'content.text'),
} as const satisfies Assumptions;

/** Field names of an attachment. */
export const attachmentFields = {
  url: inferred('attachments are UNKNOWN', 'url', 'link', 'mediaUrl', 'fileUrl', 'href', 'src'),
  kind: sometimes('attachments are UNKNOWN', 'type', 'kind', 'mediaType', 'attachmentType', 'fileType'),
  mimeType: sometimes('attachments are UNKNOWN', 'mimeType', 'contentType', 'mime'),
  name: sometimes('attachments are UNKNOWN', 'fileName', 'name', 'title'),
  size: sometimes('attachments are UNKNOWN', 'size', 'fileSize', 'sizeBytes'),
  width: sometimes('attachments are UNKNOWN', 'width'),
  height: sometimes('attachments are UNKNOWN', 'height'),
  previewUrl: sometimes('attachments are UNKNOWN', 'previewUrl', 'thumbnailUrl', 'thumbnail'),
} as const satisfies Assumptions;

/** Field names of a channel, by model field. */
export const channelFields = {
  nativeId: inferred('§Endpoints: the parameter is {channelId}, a UUID', 'id', 'channelId', 'uuid'),
  nativeKind: inferred('§Domain model hints: ChannelType = Website', 'channelType', 'type', 'kind', 'platform'),
  name: inferred('§Endpoints: the bodies say displayName', 'displayName', 'name', 'channelName'),
  active: inferred('§Domain model hints: an IsEnabled flag on channels', 'isEnabled', 'enabled', 'isActive', 'active'),
  aiAgentEnabled: inferred(
    '§Endpoints: the creation says isAgentEnabled',
    'isAgentEnabled',
    'agentEnabled',
    'isAiAgentEnabled',
    'aiAgentEnabled',
    'isAiEnabled',
  ),
  createdAt: inferred('§Domain model hints: stored entities', 'createdAt', 'createdAtUtc', 'createdOn', 'createdDate'),
} as const satisfies Assumptions;

/** Known fields that the model has no place for: seeing one is no news. */
export const unusedFields = {
  conversation: ['storeId', 'sessionId', 'messages', 'history', 'isAgentEnabled', 'aiAgentEnabled', 'messageCount'],
  message: ['conversationId', 'socialConversationId', 'channelId', 'storeId', 'type', 'messageType', 'isRead'],
  attachment: ['id'],
  channel: [
    'storeId',
    'externalAccountId',
    'channelToken',
    'token',
    'accessToken',
    'appSecret',
    'tokenExpiresAt',
    'aiProviderCode',
    'aiModelCode',
    'systemPromptOverride',
    'embedSnippet',
    'updatedAt',
  ],
} as const;

/** How a body may be wrapped. */
export const envelopes = {
  basis: 'inferred',
  from: '§Pagination: list envelope UNKNOWN; JSON is camelCase by inference, its server ASP.NET, whose default for entities is PascalCase in C#',
  /** Around one object, next to the object's own name (`conversation`). */
  one: ['data', 'result', 'item', 'value', 'payload'],
  /** Around a list, next to the list's own name (`conversations`). */
  list: ['items', 'data', 'results', 'result', 'value', 'records', 'payload'],
  total: [
    'total',
    'totalCount',
    'totalItems',
    'totalRecords',
    'pagination.total',
    'pagination.totalCount',
    'meta.total',
    'meta.totalCount',
  ],
  /** Messages inside a conversation, or beside it. */
  messages: ['messages', 'history', 'messageHistory', 'chatMessages', 'items'],
  /** Told beside the items, and not needed. */
  unused: [
    'page',
    'pageNumber',
    'currentPage',
    'pageSize',
    'perPage',
    'totalPages',
    'hasNextPage',
    'hasPreviousPage',
    'hasMore',
    'success',
    'isSuccess',
    'succeeded',
    'message',
    'errors',
    'status',
    'statusCode',
  ],
} as const;

/** What the answers of three calls carry, whose field names are UNKNOWN. */
export const answerFields = {
  hubToken: inferred(
    '§Endpoints: hub-token answers a short-lived token',
    'token',
    'accessToken',
    'hubToken',
    'access_token',
  ),
  channelToken: inferred(
    '§Domain model hints: ChannelToken, ExternalAccountId = channel token',
    'channelToken',
    'token',
    'newToken',
  ),
  embedSnippet: inferred(
    '§Endpoints: the creation returns an embed snippet',
    'embedSnippet',
    'embedCode',
    'embedScript',
    'embedHtml',
    'snippet',
    'embed',
  ),
} as const satisfies Assumptions;

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

/** What pages are asked for. §Pagination: base, default, cap and order are UNKNOWN. The order is taken to be newest activity first. */
export const paging = {
  basis: 'inferred',
  /** Option `firstPage`. */
  firstPage: 1,
  /** A size that most APIs allow. A server that caps lower is followed. */
  largestPage: 50,
} as const;

/** Values of the filter `Status` (§Pagination: UNKNOWN; the actions are called reopen and resolve). Option `statusValues`. */
export const statusValues = { basis: 'inferred', open: 'Open', closed: 'Resolved' } as const;

/**
 * Who wrote a message. It is inbound only when the vendor's object proves it: by a direction word, else by a flag, else by a word for the
 * author. Everything else is outbound, so that an app that answers inbound messages never answers itself; the author is then `unknown`
 * unless a word names it. An inbound message without a word for its author is the contact's; words that contradict the direction name nobody.
 */
export const senderRule = {
  basis: 'inferred',
  from: '§Real time: even the event NewCustomerMessage does not prove that a customer wrote',
} as const;

/** Times without a zone are UTC (§Endpoints: request dates end in Z), numbers are seconds or milliseconds of the epoch. */
export const times = {
  basis: 'inferred',
  /** Larger numbers are milliseconds. As seconds it is the year 5138. */
  largestSeconds: 99_999_999_999,
} as const;

/**
 * A body of status 2xx that is an error all the same: it has `errors` (§Errors), or a `message` and one of these signs. An object with an id is
 * never one: a message may hold its text in `message`, and its delivery errors in `errors`.
 */
export const errorSigns = {
  basis: 'inferred',
  from: '§Errors: inspect response fields `errors` and `message`',
  failed: ['success', 'isSuccess', 'succeeded'],
  status: ['status', 'statusCode'],
  code: ['code', 'errorCode'],
  ids: ['id', 'uuid', 'conversationId', 'messageId', 'channelId'],
} as const;
