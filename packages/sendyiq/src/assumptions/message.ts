import { type AssumedFields, inferred, sometimes } from './basis.ts';

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
    '§Domain model hints: WhatsApp and Instagram carry media',
    'attachments',
    'media',
    'mediaItems',
    'files',
    'attachment',
  ),
  'attachments.url': sometimes(
    '§Domain model hints: WhatsApp and Instagram carry media',
    'mediaUrl',
    'attachmentUrl',
    'fileUrl',
    'imageUrl',
  ),
  'attachments.kind': sometimes(
    '§Domain model hints: WhatsApp and Instagram carry media',
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
} as const satisfies AssumedFields;

/** Of the answer to a send: `message` may be an acknowledgement there (§Errors names a field `message`), so it is no text. */
export const sentMessageFields = {
  ...messageFields,
  text: sometimes('§Errors: `message` explains an answer', 'text', 'body', 'content', 'messageText', 'content.text'),
} as const satisfies AssumedFields;

/** Field names of an attachment. */
export const attachmentFields = {
  url: inferred('§Stays UNKNOWN: attachments', 'url', 'link', 'mediaUrl', 'fileUrl', 'href', 'src'),
  kind: sometimes('§Stays UNKNOWN: attachments', 'type', 'kind', 'mediaType', 'attachmentType', 'fileType'),
  mimeType: sometimes('§Stays UNKNOWN: attachments', 'mimeType', 'contentType', 'mime'),
  name: sometimes('§Stays UNKNOWN: attachments', 'fileName', 'name', 'title'),
  size: sometimes('§Stays UNKNOWN: attachments', 'size', 'fileSize', 'sizeBytes'),
  width: sometimes('§Stays UNKNOWN: attachments', 'width'),
  height: sometimes('§Stays UNKNOWN: attachments', 'height'),
  previewUrl: sometimes('§Stays UNKNOWN: attachments', 'previewUrl', 'thumbnailUrl', 'thumbnail'),
} as const satisfies AssumedFields;
