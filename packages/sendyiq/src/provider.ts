import { defineProvider } from '@anyinbox/core/provider';
import { type Area, chat, social } from './area.ts';
import { assumptions } from './assumptions/declared.ts';
import { capabilities } from './capabilities.ts';
import { channelHandlers } from './channels.ts';
import { type Context, config } from './config.ts';
import { conversationHandlers } from './conversations.ts';
import { hubStream } from './hub.ts';
import { hubToken } from './hub-token.ts';
import { messageHandlers } from './messages.ts';
import { nativeChannels } from './native-channels.ts';
import { polling } from './polling.ts';
import { transport } from './transport.ts';

const shared = { specVersion: 1, config, capabilities, assumptions, transport, polling } as const;

const handlers = (context: Context, area: Area) => ({
  conversations: conversationHandlers(context, area),
  messages: messageHandlers(context, area),
  channels: channelHandlers(context, area),
});

/** SendyIQ's `/chat` conversations. */
export const sendyiqChat = defineProvider({
  ...shared,
  id: chat.provider,
  name: 'SendyIQ chat',
  connect: (context) => ({
    handlers: handlers(context, chat),
    native: { hubToken, channels: nativeChannels(context) },
    events: { stream: hubStream(context) },
  }),
});

/** SendyIQ's `/social` conversations. */
export const sendyiqSocial = defineProvider({
  ...shared,
  id: social.provider,
  name: 'SendyIQ social',
  connect: (context) => ({
    handlers: handlers(context, social),
    native: { channels: nativeChannels(context) },
  }),
});
