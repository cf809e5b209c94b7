import {
  type ConversationStatus,
  contentKey,
  InboxError,
  type InboxEventType,
  type NativeEvent,
  type WebhookReading,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Context } from '../config.ts';
import { wireId } from '../ids.ts';
import { conversationFacts } from './conversation-facts.ts';
import { toldOperator } from './operator.ts';
import { otherEvent } from './other.ts';
import { type Place, toldMessage } from './told-message.ts';

interface Kind {
  readonly type: InboxEventType;
  readonly status: ConversationStatus;
}

/** The events whose names are documented (vendors/blinger.md §Webhooks). */
const kinds: ReadonlyMap<unknown, Kind> = new Map([
  ['on_conversation_unassigned', { type: 'conversation.unassigned', status: 'open' }],
  ['on_conversation_assigned', { type: 'conversation.assigned', status: 'open' }],
  ['on_conversation_closed', { type: 'conversation.closed', status: 'closed' }],
]);

const shape = z.object({
  conversation: z.looseObject({
    messages: z.unknown().optional(),
    from_user: z.object({ user_id: wireId.optional().catch(undefined) }).catch({}),
  }),
  operator: z.unknown().optional(),
  messages: z.unknown().optional(),
});

/**
 * A change of a conversation and the messages that come with it, those first. Undefined for another webhook. It tells only some of the conversation, so
 * the rest is to be looked up: its contact, its channel, its group, its last message. Throws for one without a readable id.
 */
export function conversationReading(
  body: Readonly<Record<string, unknown>>,
  context: Context,
): WebhookReading | undefined {
  const kind = kinds.get(body['webhook']);
  const read = shape.safeParse(body);
  if (!kind || !read.success) return undefined;
  const { operator: rawOperator, conversation } = read.data;
  const operator = toldOperator(rawOperator, context);
  const assignee = kind.type === 'conversation.unassigned' ? null : operator?.agent && { agent: operator.agent };
  const facts = conversationFacts(body['conversation'], context);
  const { nativeId: conversationId, updatedAt } = facts;
  const place = {
    conversationId,
    customer: conversation.from_user.user_id,
    customerName: facts.contact?.name ?? undefined,
  };
  // Where they stand is not certain: a comma is missing in the documented example.
  const messages = messagesOf([conversation.messages, read.data.messages], place, context);
  const event: NativeEvent = {
    type: kind.type,
    // The same conversation may be closed again, and assigned to two within a second.
    key: [updatedAt ?? contentKey(body), operator?.id ?? ''].join(' '),
    conversationId,
    occurredAt: updatedAt,
    nativeType: String(body['webhook']),
    conversation: { status: kind.status, ...facts, ...(assignee !== undefined && { assignee }) },
    ...(operator?.agent && { agents: [operator.agent] }),
  };
  return {
    events: [...messages.events, event, ...(messages.isWhole ? [] : [otherEvent(body, context)])],
    hints: [{ conversationId }],
  };
}

function messagesOf(
  lists: readonly unknown[],
  place: Place,
  context: Context,
): { readonly events: readonly NativeEvent[]; readonly isWhole: boolean } {
  const events = new Map<string, NativeEvent>();
  let isWhole = lists.every((list) => list === undefined || list === null || Array.isArray(list));
  for (const raw of lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []))) {
    try {
      const event = toldMessage(raw, place, context);
      events.set(event.key, event);
    } catch (error) {
      if (!InboxError.isInstance(error) || error.code !== 'unexpected-response') throw error;
      isWhole = false;
    }
  }
  return { events: [...events.values()], isWhole };
}
