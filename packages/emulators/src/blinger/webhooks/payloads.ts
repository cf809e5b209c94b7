import { holderOf } from '../find.ts';
import type { BlingerConversationRecord, BlingerState } from '../state.ts';
import type {
  BlingerConversationWebhook,
  BlingerFromUser,
  BlingerMessage,
  BlingerMessageWebhook,
  BlingerWebhookConversation,
} from '../wire.ts';

/** vendors/blinger.md §Webhooks. */

export function unassignedWebhook({ conversation }: Told): BlingerConversationWebhook {
  return { webhook: 'on_conversation_unassigned', conversation: described(conversation) };
}

export function assignedWebhook({ state, conversation }: Told): BlingerConversationWebhook {
  return {
    webhook: 'on_conversation_assigned',
    conversation: described(conversation),
    ...operator(state, conversation),
  };
}

export function closedWebhook(
  { state, conversation }: Told,
  placement: 'inside' | 'beside',
): BlingerConversationWebhook {
  const { messages } = conversation;
  const inside = placement === 'inside' ? { messages } : {};
  const beside = placement === 'beside' ? { messages } : {};
  return {
    webhook: 'on_conversation_closed',
    conversation: { ...described(conversation), ...inside },
    ...operator(state, conversation),
    ...beside,
  };
}

export function messageWebhook(webhook: string, message: BlingerMessage): BlingerMessageWebhook {
  return { webhook, from_user_id: message.from_user_id, to_user_id: message.to_user_id, message: message.message };
}

export function clientWebhook(webhook: string, { fromUser }: BlingerConversationRecord): ClientWebhook {
  return { webhook, from_user: fromUser };
}

export interface Told {
  state: BlingerState;
  conversation: BlingerConversationRecord;
}

interface ClientWebhook {
  webhook: string;
  from_user: BlingerFromUser;
}

function described(conversation: BlingerConversationRecord): BlingerWebhookConversation {
  const { id, application, status, date_created, date_updated, fromUser } = conversation;
  return { id, application, status, date_created, date_updated, from_user: fromUser };
}

function operator(
  state: BlingerState,
  conversation: BlingerConversationRecord,
): Pick<BlingerConversationWebhook, 'operator'> {
  const holder = holderOf(state, conversation);
  if (holder === null) return {};
  return { operator: { id: holder.id, name: holder.name, email: holder.invite_email } };
}
