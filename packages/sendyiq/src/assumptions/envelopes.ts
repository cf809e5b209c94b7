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
