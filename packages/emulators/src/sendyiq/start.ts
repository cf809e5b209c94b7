import { type EmulatorServer, startServer } from '../server/emulator-server.ts';
import { addConversation } from './add-conversation.ts';
import { createSendyiqApp } from './app.ts';
import { appendMessage, receiveMessage } from './append-message.ts';
import type {
  SendyiqAttachment,
  SendyiqConversation,
  SendyiqConversationStatus,
  SendyiqHubMessage,
  SendyiqMessage,
} from './assumptions.ts';
import { defaultEnvelope, type SendyiqEnvelope } from './envelope.ts';
import { errorBody } from './error-body.ts';
import { isHub } from './hub/access.ts';
import { createHub, type SendyiqHub } from './hub/hub.ts';
import { type ConversationKind, kindOf } from './kind.ts';
import { realisticStore } from './seed/realistic.ts';
import { emptyStore } from './seed/store.ts';
import type { SendyiqConversationRecord, SendyiqState } from './state.ts';
import { toConversation } from './to-wire.ts';

export interface SendyiqEmulatorOptions {
  /** The key that is accepted, in the vendor's form `<keyId>.<secret>`. */
  apiKey?: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** `realistic` (default) is a shop's support inbox; `empty` has channels only. */
  seed?: 'realistic' | 'empty';
  /** How many conversations of each kind, chat and social, the realistic seed has: 45 by default, several pages. */
  conversations?: number;
  /** The clock. */
  now?: () => number;
  /** How responses are wrapped; what is absent keeps its default. */
  envelope?: Partial<SendyiqEnvelope>;
  /** Whether the read of one conversation carries its messages: true by default. Short for the same field of `envelope`. */
  messagesInConversation?: boolean;
  /** What the hub's pushes carry: the conversation's id and the message (default), or an empty object. */
  hubPayload?: 'message' | 'empty';
}

export interface SendyiqIncoming {
  conversationId: string;
  text?: string;
  attachments?: SendyiqAttachment[];
}

export interface SendyiqNewConversation {
  /** Takes the first channel of that kind; `chat` if neither this nor `channelId` is given. */
  kind?: ConversationKind;
  channelId?: string;
  customerName?: string;
  customerPhone?: string | null;
  customerEmail?: string | null;
  status?: SendyiqConversationStatus;
  /** A first message of the customer. */
  text?: string;
}

export interface SendyiqEmulator extends EmulatorServer {
  readonly apiKey: string;
  /** What the vendor would have in its database, live. Read it, or change it to set a scene. */
  readonly state: SendyiqState;
  /** Changes how responses are wrapped from now on; what is absent stays as it is. reset() brings back that of the start. */
  setEnvelope(change: Partial<SendyiqEnvelope>): void;
  /** A message of the customer arrives: the conversation moves to the top, unread grows by one, a resolved one opens. */
  receive(incoming: SendyiqIncoming): SendyiqMessage;
  /** The AI agent answers, as an outbound message. */
  replyAsAi(reply: Pick<SendyiqIncoming, 'conversationId'> & { text: string }): SendyiqMessage;
  /** The SignalR hub of chat conversations. reset() and close() end its connections. */
  readonly hub: SendyiqHub;
  addConversation(conversation?: SendyiqNewConversation): SendyiqConversation;
}

export async function startSendyiqEmulator(options: SendyiqEmulatorOptions = {}): Promise<SendyiqEmulator> {
  const { apiKey = 'emulator-key.emulator-secret', seed = 'realistic', conversations = 45, now = Date.now } = options;
  const { messagesInConversation = true, hubPayload = 'message' } = options;
  const seeded = () => (seed === 'empty' ? emptyStore(now()) : realisticStore(conversations, now()));
  const state = seeded();
  const firstEnvelope: SendyiqEnvelope = { ...defaultEnvelope, messagesInConversation, ...options.envelope };
  let envelope = firstEnvelope;
  const app = createSendyiqApp({ state, apiKey, now, envelope: () => envelope });

  const hub = createHub((token) => Object.hasOwn(state.hubTokens, token) && (state.hubTokens[token] ?? 0) > now());

  const server = await startServer({
    port: options.port ?? 0,
    app: {
      fetch: (request) => (isHub(new URL(request.url).pathname) ? hub.fetch(request) : app.fetch(request)),
      errorBody,
    },
    onUpgrade: hub.upgrade,
    onReset() {
      hub.dropAll();
      Object.assign(state, seeded());
      envelope = firstEnvelope;
    },
  });

  function conversationOf(conversationId: string): SendyiqConversationRecord {
    const conversation = state.conversations.find(({ id }) => id === conversationId);
    if (conversation === undefined) throw new Error(`The emulator has no conversation ${conversationId}`);
    return conversation;
  }

  /** vendors/sendyiq.md §Real time: the customer's messages and the AI's are pushed under one name, an agent's are not. */
  function pushed(conversation: SendyiqConversationRecord, message: SendyiqMessage): SendyiqMessage {
    const payload: SendyiqHubMessage = { conversationId: conversation.id, message };
    if (kindOf(conversation) === 'chat') hub.push('NewCustomerMessage', hubPayload === 'empty' ? {} : payload);
    return structuredClone(message);
  }

  function receive({ conversationId, text, attachments }: SendyiqIncoming): SendyiqMessage {
    const conversation = conversationOf(conversationId);
    return pushed(conversation, receiveMessage(state, conversation, { text: text ?? null, attachments, at: now() }));
  }

  return {
    ...server,
    apiKey,
    state,
    setEnvelope(change) {
      envelope = { ...envelope, ...change };
    },
    hub,
    receive,
    replyAsAi({ conversationId, text }) {
      const conversation = conversationOf(conversationId);
      return pushed(conversation, appendMessage(state, conversation, { senderType: 'Ai', text, at: now() }));
    },
    addConversation({ kind = 'chat', channelId, text, ...rest } = {}) {
      const channel = state.channels.find((candidate) =>
        channelId === undefined ? kindOf(candidate) === kind : candidate.id === channelId,
      );
      if (channel === undefined) throw new Error(`The emulator has no channel ${channelId ?? `for ${kind}`}`);
      const conversation = addConversation(state, { channel, customerName: 'New Customer', ...rest, at: now() });
      if (text !== undefined) receive({ conversationId: conversation.id, text });
      return structuredClone(toConversation(conversation, true));
    },
  };
}
