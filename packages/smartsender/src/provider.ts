import { defineProvider } from '@anyinbox/core/provider';
import { agents } from './agents.ts';
import { capabilities } from './capabilities.ts';
import { channels } from './channels.ts';
import { config } from './config.ts';
import { createConnection } from './connection.ts';
import { conversations } from './conversations.ts';
import { assumptions } from './declared-assumptions.ts';
import { messages } from './messages.ts';
import { native } from './native.ts';
import { notes } from './notes.ts';
import { polling } from './polling.ts';
import { transport } from './transport.ts';
import { conversationOf, webhooks } from './webhooks.ts';

/** Smart Sender (smartsender.com), not to be confused with the mailing service smartsender.io. */
export const smartsender = defineProvider({
  id: 'smartsender',
  name: 'Smartsender',
  specVersion: 1,
  config,
  capabilities,
  assumptions,
  transport,
  webhooks,
  polling,
  connect(context) {
    const connection = createConnection(context);
    return {
      handlers: {
        conversations: conversations(connection),
        messages: messages(connection),
        notes: notes(connection),
        channels: channels(connection),
        agents: agents(connection),
      },
      native,
      events: { conversationOf: (contactId, call) => conversationOf(contactId, call) },
    };
  },
});
