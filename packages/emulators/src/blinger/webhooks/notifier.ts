import type { WebhookSender } from '../../server/webhook-sender.ts';
import { assumed } from '../assumptions.ts';
import type { BlingerBehaviour } from '../behaviour.ts';
import type { BlingerConversationRecord, BlingerState } from '../state.ts';
import type { BlingerMessage } from '../wire.ts';
import { assignedWebhook, clientWebhook, closedWebhook, messageWebhook, unassignedWebhook } from './payloads.ts';

/** The events whose names nobody knows (vendors/blinger.md §Webhooks). One without a name is not sent. */
export interface BlingerWebhookNames {
  outgoingMessage?: string;
  incomingComment?: string;
  outgoingComment?: string;
  newClient?: string;
}

/** Turns what happened to a conversation into the vendor's webhook. */
export interface BlingerNotifier {
  unassigned(conversation: BlingerConversationRecord): void;
  assigned(conversation: BlingerConversationRecord): void;
  closed(conversation: BlingerConversationRecord): void;
  incoming(conversation: BlingerConversationRecord, message: BlingerMessage): void;
  outgoing(conversation: BlingerConversationRecord, message: BlingerMessage): void;
  newClient(conversation: BlingerConversationRecord): void;
}

export interface NotifierParts {
  state: BlingerState;
  behaviour: () => BlingerBehaviour;
  names: () => BlingerWebhookNames;
  sender: WebhookSender;
}

export function createNotifier({ state, behaviour, names, sender }: NotifierParts): BlingerNotifier {
  const named = (name: string | undefined, payload: (webhook: string) => object) => {
    if (name !== undefined) sender.send(payload(name));
  };
  return {
    unassigned: (conversation) => sender.send(unassignedWebhook({ state, conversation })),
    assigned: (conversation) => sender.send(assignedWebhook({ state, conversation })),
    closed: (conversation) => sender.send(closedWebhook({ state, conversation }, behaviour().closedMessages)),
    incoming(conversation, message) {
      const ordinary = behaviour().incomingWebhook === 'flat' ? 'on_message_incoming' : undefined;
      const name = isComment(conversation) ? names().incomingComment : ordinary;
      named(name, (webhook) => messageWebhook(webhook, message));
    },
    outgoing(conversation, message) {
      const name = isComment(conversation) ? names().outgoingComment : names().outgoingMessage;
      named(name, (webhook) => messageWebhook(webhook, message));
    },
    newClient: (conversation) => named(names().newClient, (webhook) => clientWebhook(webhook, conversation)),
  };
}

function isComment({ type }: BlingerConversationRecord): boolean {
  return type === assumed.commentType;
}
