import { defineProvider } from '@anyinbox/core/provider';
import { assumptions } from './assumptions.ts';
import { capabilities } from './capabilities.ts';
import { config } from './config.ts';
import { createConnection } from './connection.ts';
import { conversations } from './conversations.ts';
import { messages } from './messages.ts';
import { messagesIn } from './messages-in.ts';
import { native } from './native.ts';
import { notes } from './notes.ts';
import { agents, groups } from './people.ts';
import { polling } from './polling.ts';
import { transport } from './transport.ts';
import { webhooks } from './webhooks.ts';

/** Blinger (blinger.io). */
export const blinger = defineProvider({
  id: 'blinger',
  name: 'Blinger',
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
        agents: agents(connection),
        groups: groups(connection),
      },
      native: native(connection.endpoints),
      events: { messagesIn },
    };
  },
});
