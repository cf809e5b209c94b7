import { type EmulatorServer, startServer } from '../server/emulator-server.ts';
import { createWebhookSender, type WebhookDelivery, type WebhookTarget } from '../server/webhook-sender.ts';
import { addConversation } from './add-conversation.ts';
import { createBlingerApp } from './app.ts';
import { appendMessage } from './append-message.ts';
import { type BlingerBehaviour, defaultBehaviour } from './behaviour.ts';
import { errorBody } from './error-body.ts';
import { receiveMessage } from './receive.ts';
import { emptyAccount } from './seed/account.ts';
import { realisticAccount } from './seed/realistic.ts';
import type { BlingerState } from './state.ts';
import { toConversation } from './to-wire.ts';
import { type BlingerWebhookNames, createNotifier } from './webhooks/notifier.ts';
import type { BlingerConversation, BlingerMessage, BlingerStatus } from './wire.ts';

/** What the vendor leaves open may be chosen here too, as in `setBehaviour`. */
export interface BlingerEmulatorOptions extends Partial<BlingerBehaviour> {
  /** The token that is accepted. */
  token?: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** `realistic` (default) is a shop's support inbox; `empty` has operators, groups and connected accounts only. */
  seed?: 'realistic' | 'empty';
  /** How many conversations the realistic seed has: 120 by default, a quarter of them unassigned, half in inboxes, a quarter closed. */
  conversations?: number;
  /** The clock. */
  now?: () => number;
}

export interface BlingerIncoming {
  conversationId: number | string;
  text: string;
}

export interface BlingerNewConversation {
  clientName?: string;
  clientAvatar?: string | null;
  /** Takes the account of that application, `livechat` or `telegrambot`; the first one by default. */
  application?: string;
  /** The first group, the default one, if absent. */
  groupId?: number;
  /** Unassigned by default, `inbox` when an operator is given. */
  status?: BlingerStatus;
  /** Operator.id of who holds it; the admin operator if absent and the status is `inbox`. */
  operatorId?: number;
  /** Whether it is of the kind that grows from comments. */
  comment?: boolean;
  /** A first message of the customer. A closed conversation stays closed with it. */
  text?: string;
}

export interface BlingerWebhooks {
  /** Every delivery, in order, with the receiver's status. */
  readonly deliveries: readonly WebhookDelivery[];
  /** Where webhooks go from now on; nowhere when called without a target, as at the start. */
  configure(target?: WebhookTarget): void;
  /** Names for events whose real names are not known; what is absent stays as it is. Without a name they are not sent. */
  names(names: BlingerWebhookNames): void;
  /** Sends a body of the test's own, after those queued: an object as JSON, a string as it is. */
  send(body: unknown): void;
  /** Resolves when nothing is queued or on its way. */
  idle(): Promise<void>;
}

export interface BlingerEmulator extends EmulatorServer {
  readonly token: string;
  /** What the vendor would have in its database, live. Read it, or change it to set a scene. */
  readonly state: BlingerState;
  readonly webhooks: BlingerWebhooks;
  /** Changes what the vendor leaves open from now on; what is absent stays as it is. reset() brings back that of the start. */
  setBehaviour(change: Partial<BlingerBehaviour>): void;
  /** A message of the customer arrives: the conversation moves to the top, unread grows by one, a closed one becomes unassigned. */
  receive(incoming: BlingerIncoming): BlingerMessage;
  addConversation(conversation?: BlingerNewConversation): BlingerConversation;
}

export async function startBlingerEmulator(options: BlingerEmulatorOptions = {}): Promise<BlingerEmulator> {
  const { token = 'blinger-emulator-token', port = 0, seed = 'realistic', conversations = 120 } = options;
  const { now = Date.now, ...rest } = options;
  const seeded = () => (seed === 'empty' ? emptyAccount(now()) : realisticAccount(conversations, now()));
  const state = seeded();
  const firstBehaviour = chosen(defaultBehaviour, rest);
  let behaviour = firstBehaviour;
  let names: BlingerWebhookNames = {};
  const sender = createWebhookSender();
  const notify = createNotifier({ state, sender, behaviour: () => behaviour, names: () => names });
  const app = createBlingerApp({ state, token, notify, now, behaviour: () => behaviour });

  const server = await startServer({
    port,
    app: { fetch: (request) => app.fetch(request), errorBody },
    onReset() {
      Object.assign(state, seeded());
      behaviour = firstBehaviour;
      names = {};
      sender.reset();
    },
  });
  const parts = { state, notify, now };

  async function close(): Promise<void> {
    sender.close();
    await server.close();
  }

  return {
    ...server,
    token,
    state,
    webhooks: {
      deliveries: sender.deliveries,
      configure: sender.configure,
      names(change) {
        names = { ...names, ...change };
      },
      send: sender.send,
      idle: sender.idle,
    },
    setBehaviour(change) {
      behaviour = chosen(behaviour, change);
    },
    receive({ conversationId, text }) {
      const conversation = state.conversations.find(({ id }) => id === Number(conversationId));
      if (conversation === undefined) throw new Error(`The emulator has no conversation ${conversationId}`);
      return structuredClone(receiveMessage(parts, conversation, text));
    },
    addConversation({ text, ...wanted } = {}) {
      const conversation = addConversation(state, { ...placed(state, wanted), at: now() });
      notify.newClient(conversation);
      if (text !== undefined && wanted.status !== 'closed') receiveMessage(parts, conversation, text);
      // To receive it would open the conversation again.
      if (text !== undefined && wanted.status === 'closed')
        appendMessage(state, conversation, { from: 'client', text, at: now() });
      return structuredClone(toConversation(conversation));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Only the fields of a behaviour, and of these only what is given. */
function chosen(behaviour: BlingerBehaviour, change: Partial<BlingerBehaviour>): BlingerBehaviour {
  const names = Object.keys(defaultBehaviour) as (keyof BlingerBehaviour)[];
  const given = names.filter((name) => change[name] !== undefined).map((name) => [name, change[name]]);
  return { ...behaviour, ...Object.fromEntries(given) };
}

function placed(state: BlingerState, wanted: BlingerNewConversation) {
  const { clientName = 'New client', clientAvatar = null, application, groupId, operatorId, comment = false } = wanted;
  const account = state.accounts.find(({ user }) => application === undefined || user.application === application);
  if (account === undefined) throw new Error(`The emulator has no account for ${application}`);
  const group = state.groups.find(({ id }) => groupId === undefined || id === groupId);
  if (group === undefined) throw new Error(`The emulator has no group ${groupId}`);
  const { status = operatorId === undefined ? 'unassigned' : 'inbox' } = wanted;
  const holder = state.operators.find(({ id }) => operatorId === undefined || id === operatorId);
  if (holder === undefined) throw new Error(`The emulator has no operator ${operatorId}`);
  if (status === 'unassigned' && operatorId !== undefined) throw new Error('Nobody holds an unassigned conversation');
  const operator = status === 'unassigned' ? null : holder;
  const type = comment ? 'comment' : 'message';
  return { account, group, operator, closed: status === 'closed', clientName, clientAvatar, type };
}
