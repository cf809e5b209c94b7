/** What the hub of conversations sends: the names are documented, where they are sent from and what they carry is not. */
export const hub = {
  basis: 'inferred',
  from: '§Real time: NewCustomerMessage and MessageReceived, payloads UNKNOWN',
  /** An agent's and a widget's side of the same news: neither proves who wrote. */
  targets: ['NewCustomerMessage', 'MessageReceived'],
  /** Where an argument names the conversation, a UUID. */
  conversationId: [
    'conversationId',
    'conversation_id',
    'conversation.id',
    'message.conversationId',
    'message.conversation_id',
    'message.conversation.id',
    'data.conversationId',
    'data.conversation.id',
  ],
} as const;
