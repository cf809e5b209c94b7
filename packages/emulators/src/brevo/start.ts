import { createHash } from 'node:crypto';
import { type EmulatorServer, startServer } from '../server/emulator-server.ts';
import { addVisitor, type BrevoNewVisitor } from './add-visitor.ts';
import { createBrevoApp } from './app.ts';
import type { MessageExtras } from './append-message.ts';
import { assumed } from './assumptions.ts';
import { type BrevoBehaviour, defaultBehaviour } from './behaviour.ts';
import { end, write } from './converse.ts';
import { errorBody } from './error-body.ts';
import { type BrevoIncomingFile, fileOf } from './file-of.ts';
import { inboundExtras } from './inbound-extras.ts';
import { tokenPath } from './oauth/token-route.ts';
import { type BrevoPlan, createRateLimiter } from './rate-limiter.ts';
import { emptyAccount } from './seed/account.ts';
import { realisticAccount } from './seed/realistic.ts';
import { type BrevoConversationRecord, type BrevoState, conversationOf } from './state.ts';
import { toMessage } from './to-wire.ts';
import type { BrevoWebhookTarget } from './webhooks/target.ts';
import { type BrevoRetryOptions, type BrevoWebhooks, createWebhooks } from './webhooks/webhooks.ts';
import type { BrevoMessage, BrevoVisitor } from './wire.ts';
import type { World } from './world.ts';

/** What the vendor leaves open may be chosen here too, as in `setBehaviour`. */
export interface BrevoEmulatorOptions extends Partial<BrevoBehaviour> {
  /** The API key that is accepted. */
  apiKey?: string;
  /** The OAuth client that is accepted; its scopes are `conversations:read` and `conversations:write` if absent. */
  oauth?: { clientId?: string; clientSecret?: string; scopes?: readonly string[] };
  /** 0, the default, takes any free port. */
  port?: number;
  /** `realistic` (default) is a shop's support inbox; `empty` has agents and groups only. */
  seed?: 'realistic' | 'empty';
  /** How many visitors the realistic seed has: 45 by default. */
  conversations?: number;
  /** The clock, for times, tokens and the rate limit. */
  now?: () => number;
  /** Requests per hour: `general` (default) is 100, `advanced` 200, `extended` 600. */
  plan?: BrevoPlan;
  /** Whether the limit of the plan is enforced and told in headers: true by default. */
  rateLimit?: boolean;
  /** Where webhooks go from the start. */
  webhook?: BrevoWebhookTarget;
  webhookRetries?: BrevoRetryOptions;
}

export interface BrevoIncoming extends Omit<MessageExtras, 'file' | 'attachments'> {
  visitorId: string;
  /** The name of the first file if absent. */
  text?: string;
  /** The older form. */
  file?: BrevoIncomingFile;
  /** The newer form. */
  attachments?: BrevoIncomingFile[];
}

export interface BrevoNewConversation extends BrevoNewVisitor {
  /** The first message. */
  text?: string;
  attachments?: BrevoIncomingFile[];
  /** The agent that begins; the visitor does if absent. */
  agentId?: string;
}

export interface BrevoStarted {
  conversationId: string;
  visitorId: string;
  message: BrevoMessage;
}

export interface BrevoOauth {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface BrevoEmulator extends EmulatorServer {
  readonly apiKey: string;
  readonly oauth: BrevoOauth;
  /** What the vendor would have in its database, live. Read it, or change it to set a scene. */
  readonly state: BrevoState;
  readonly webhooks: BrevoWebhooks;
  /** What is absent stays as it is. reset() brings back that of the start. */
  setBehaviour(change: Partial<BrevoBehaviour>): void;
  /** A visitor with whom no conversation has begun. No webhook leaves. */
  addVisitor(visitor?: BrevoNewVisitor): BrevoVisitor;
  /**
   * A conversation begins, with a new visitor or, by its `visitorId`, with a known one whose conversation is not running.
   * `conversationStarted` and the first `conversationFragment` leave.
   */
  startConversation(conversation?: BrevoNewConversation): BrevoStarted;
  /** A message of the visitor arrives and leaves as a `conversationFragment`; a conversation that is not running begins. */
  receive(incoming: BrevoIncoming): BrevoMessage;
  /** The conversation ends: `conversationTranscript` leaves. */
  endConversation(visitorId: string): void;
}

export async function startBrevoEmulator(options: BrevoEmulatorOptions = {}): Promise<BrevoEmulator> {
  const { apiKey = 'xkeysib-emulator-key', seed = 'realistic', conversations = 45, now = Date.now } = options;
  const client = {
    clientId: 'emulator-client',
    clientSecret: 'emulator-client-secret',
    scopes: assumed.scopes,
    ...options.oauth,
  };
  const seeded = () => (seed === 'empty' ? emptyAccount() : realisticAccount(conversations, now()));
  const state = seeded();
  const firstBehaviour: BrevoBehaviour = {
    attachmentNames: options.attachmentNames ?? defaultBehaviour.attachmentNames,
    forwardedToSourceStatus: options.forwardedToSourceStatus ?? defaultBehaviour.forwardedToSourceStatus,
    unknownVisitor: options.unknownVisitor ?? defaultBehaviour.unknownVisitor,
  };
  let behaviour = firstBehaviour;
  const limiter = options.rateLimit === false ? undefined : createRateLimiter(options.plan ?? 'general', now);
  const webhooks = createWebhooks(options.webhook, options.webhookRetries);
  const world: World = { state, now, behaviour: () => behaviour, publish: webhooks.send };
  let answers = 0;
  const requestId = () => {
    answers += 1;
    return createHash('sha256').update(`brevo request ${answers}`).digest('hex').slice(0, 32);
  };
  const app = createBrevoApp({ world, apiKey, client, limiter, requestId });

  const server = await startServer({
    port: options.port ?? 0,
    app: { fetch: (request) => app.fetch(request), errorBody: (status, message) => errorBody(status, message) },
    onReset() {
      Object.assign(state, seeded());
      behaviour = firstBehaviour;
      answers = 0;
      limiter?.reset();
      webhooks.reset();
    },
  });
  async function close(): Promise<void> {
    webhooks.close();
    await server.close();
  }

  const known = (visitorId: string): BrevoConversationRecord => {
    const conversation = conversationOf(state, visitorId);
    if (conversation === undefined) throw new Error(`The emulator has no visitor ${visitorId}`);
    return conversation;
  };
  const copy = (message: BrevoMessage) => toMessage(message, behaviour.attachmentNames);

  function receive({ visitorId, text, file, attachments, ...extras }: BrevoIncoming): BrevoMessage {
    const conversation = known(visitorId);
    const words = text ?? (file ?? attachments?.[0])?.name ?? '';
    const message = write(world, conversation, {
      ...inboundExtras(conversation, words),
      text: words,
      ...(file === undefined ? {} : { file: fileOf(file) }),
      ...(attachments === undefined ? {} : { attachments: attachments.map(fileOf) }),
      ...extras,
    });
    return copy(message);
  }

  return {
    ...server,
    apiKey,
    oauth: { tokenUrl: server.url + tokenPath, clientId: client.clientId, clientSecret: client.clientSecret },
    state,
    webhooks,
    close,
    [Symbol.asyncDispose]: close,
    setBehaviour(change) {
      behaviour = { ...behaviour, ...change };
    },
    addVisitor: (visitor) => structuredClone(addVisitor(state, visitor).visitor),
    startConversation({ text = 'Hello', attachments, agentId, ...visitor } = {}) {
      const agent = state.agents.find(({ id }) => id === agentId);
      if (agentId !== undefined && agent === undefined) throw new Error(`The emulator has no agent ${agentId}`);
      const present = visitor.visitorId === undefined ? undefined : conversationOf(state, visitor.visitorId);
      if (present?.running) throw new Error(`The conversation with ${visitor.visitorId} is running already`);
      const conversation = present ?? addVisitor(state, visitor);
      const { conversationId } = conversation;
      const visitorId = conversation.visitor.id;
      const files = attachments === undefined ? {} : { attachments };
      const message =
        agent === undefined
          ? receive({ visitorId, text, ...files })
          : copy(
              write(world, conversation, { agent, text, ...(attachments && { attachments: attachments.map(fileOf) }) }),
            );
      return { conversationId, visitorId, message };
    },
    receive,
    endConversation(visitorId) {
      const conversation = known(visitorId);
      if (!conversation.running) throw new Error(`The conversation with ${visitorId} is not running`);
      end(world, conversation);
    },
  };
}
