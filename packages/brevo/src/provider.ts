import { defineProvider } from '@anyinbox/core/provider';
import { bearerAuthorization } from './access-tokens.ts';
import { agents } from './agents.ts';
import { assumptions } from './assumptions.ts';
import { capabilities } from './capabilities.ts';
import { config } from './config.ts';
import { conversations } from './conversations.ts';
import { messages } from './messages.ts';
import { native } from './native.ts';
import { tokenRequest } from './token-request.ts';
import { transport } from './transport.ts';
import { webhooks } from './webhooks.ts';

/** Brevo Conversations (brevo.com, once Sendinblue). A conversation's native id is the id of its visitor. */
export const brevo = defineProvider({
  id: 'brevo',
  name: 'Brevo Conversations',
  specVersion: 1,
  config,
  capabilities,
  assumptions,
  transport,
  webhooks,
  connect(context) {
    const request = tokenRequest(context.config);
    return {
      handlers: {
        conversations: conversations(),
        messages: messages(context),
        agents: agents(context),
      },
      native,
      ...(request && { authorize: bearerAuthorization(request, context.now) }),
    };
  },
});
