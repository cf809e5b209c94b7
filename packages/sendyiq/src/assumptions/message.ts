import { type Assumptions, inferred, sometimes } from './basis.ts';

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
