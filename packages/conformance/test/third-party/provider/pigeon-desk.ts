import { defineProvider } from '@anyinbox/core/provider';
import { assumptions } from './assumptions.ts';
import { capabilities } from './capabilities.ts';
import { config } from './config.ts';
import { conversations } from './conversations.ts';
import { desk } from './desk.ts';
import { messages } from './messages.ts';
import { native } from './native.ts';
import { notes } from './notes.ts';
import { transport } from './transport.ts';

/** An invented vendor (`FACTS.md`), to show a whole provider written with the public API alone. */
export const pigeonDesk = defineProvider({
  id: 'pigeon-desk',
  name: 'Pigeon Desk',
  specVersion: 1,
  config,
  capabilities,
  assumptions,
  transport,
  connect: (context) => ({
    handlers: {
      conversations: conversations(context),
      messages: messages(context),
      notes: notes(context),
      ...desk(context),
    },
    native: native(context),
  }),
});
