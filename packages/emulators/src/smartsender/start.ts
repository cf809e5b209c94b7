import { type EmulatorServer, startServer } from '../server/emulator-server.ts';
import { addConversation, type NewConversation } from './add-conversation.ts';
import { createSmartsenderApp } from './app.ts';
import { errorBody } from './error-body.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { type IncomingContent, receiveMessage } from './receive.ts';
import { emptyProject } from './seed/project.ts';
import { realisticProject } from './seed/realistic.ts';
import type { SmartsenderConversation, SmartsenderState } from './state.ts';
import { toChat, toMessage } from './to-wire.ts';
import type { SmartsenderChat, SmartsenderMessage } from './wire.ts';

export interface SmartsenderEmulatorOptions {
  /** The token that is accepted. */
  token?: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** `realistic` (default) is a shop's support inbox; `empty` has channels and operators only. */
  seed?: 'realistic' | 'empty';
  /** How many conversations the realistic seed has: 45 by default, several pages. */
  conversations?: number;
  /** The clock, for times and for the rate limit. */
  now?: () => number;
  /** Whether the vendor's 180 calls per minute are enforced: true by default. */
  rateLimit?: boolean;
}

export interface SmartsenderIncoming extends IncomingContent {
  /** The chat id. */
  conversationId: number | string;
}

export type SmartsenderNewConversation = Partial<Omit<NewConversation, 'at'>> & {
  /** A first message of the customer. */
  text?: string;
};

export interface SmartsenderEmulator extends EmulatorServer {
  readonly token: string;
  /** What the vendor would have in its database, live. Read it, or change it to set a scene. */
  readonly state: SmartsenderState;
  /** A message of the customer arrives: the chat moves to the top, unread grows by one, a closed chat opens. */
  receive(incoming: SmartsenderIncoming): SmartsenderMessage;
  addConversation(conversation?: SmartsenderNewConversation): SmartsenderChat;
}

export async function startSmartsenderEmulator(options: SmartsenderEmulatorOptions = {}): Promise<SmartsenderEmulator> {
  const { token = 'smartsender-emulator-token', seed = 'realistic', conversations = 45, now = Date.now } = options;
  const seeded = () => (seed === 'empty' ? emptyProject(now()) : realisticProject(conversations, now()));
  const state = seeded();
  const limiter = options.rateLimit === false ? undefined : createRateLimiter(now);
  const app = createSmartsenderApp({ state, token, now, limiter });

  const server = await startServer({
    port: options.port ?? 0,
    app: { fetch: (request) => app.fetch(request), errorBody },
    onReset() {
      Object.assign(state, seeded());
      limiter?.reset();
    },
  });

  const receive = (conversation: SmartsenderConversation, incoming: IncomingContent) =>
    structuredClone(toMessage(state, conversation, receiveMessage(state, conversation, incoming, now())));

  return {
    ...server,
    token,
    state,
    receive({ conversationId, ...incoming }) {
      const conversation = state.conversations.find(({ id }) => id === Number(conversationId));
      if (conversation === undefined) throw new Error(`The emulator has no chat ${conversationId}`);
      return receive(conversation, incoming);
    },
    addConversation({ text, ...rest } = {}) {
      const conversation = addConversation(state, { firstName: 'New customer', ...rest, at: now() });
      if (text !== undefined) receive(conversation, { text });
      return structuredClone(toChat(state, conversation));
    },
  };
}
