import { defined, type LastMessage, type NativeConversation, readEntity, webUrl } from '@anyinbox/core/provider';
import { toAssignee } from './assignee.ts';
import { type MappingContext, needed, readTime } from './mapping-context.ts';
import { type BlingerConversation, conversationSchema } from './schemas.ts';
import { toChannel, toContact } from './sides.ts';
import { statusOf } from './status.ts';

/** vendors/blinger.md §Conversation object. `knownAgentId` is the operator whose list it stood in. */
export function toConversation(
  raw: unknown,
  given: Partial<NativeConversation>,
  context: MappingContext,
  knownAgentId?: string,
): NativeConversation {
  const conversation = readEntity('conversation', conversationSchema, raw, context.reportDrift);
  const time = (field: 'date_created' | 'date_updated' | 'last_message_date') =>
    readTime(context, field, conversation[field]);
  const lastMessageAt = time('last_message_date');
  const post = webUrl(conversation.comment_post_url);
  return {
    ...defined({
      nativeId: given.nativeId ?? needed(conversation.id, 'conversation', 'id'),
      channel: toChannel(conversation),
      contact: toContact(conversation),
      status: statusOf(conversation.status) ?? ('unknown' as const),
      nativeStatus: conversation.status ?? undefined,
      assignee: toAssignee(conversation, context.names, knownAgentId),
      subject: conversation.comment_post_title ?? undefined,
      unreadCount: conversation.unread_count ?? undefined,
      lastMessage: toLastMessage(conversation, lastMessageAt),
      waitingSince: waitingSince(conversation, lastMessageAt),
      createdAt: time('date_created'),
      updatedAt: time('date_updated'),
      links: post === undefined ? undefined : { post },
    }),
    raw,
  };
}

function toLastMessage(conversation: BlingerConversation, createdAt: string | undefined): LastMessage | undefined {
  const { last_message: text, is_operator_last_message: byOperator, is_inner_message: isNote } = conversation;
  // A note must not pass for a message, which may be shown to the customer.
  if (typeof text !== 'string' || isNote === true) return undefined;
  const direction = typeof byOperator === 'boolean' ? (byOperator ? 'outbound' : 'inbound') : undefined;
  return defined({ text, direction, createdAt } as const);
}

/** Null: nobody waits. Absent where the vendor contradicts itself. */
function waitingSince(
  { waiting_operator_response: waits, is_operator_last_message: byOperator }: BlingerConversation,
  lastMessageAt: string | undefined,
): string | null | undefined {
  if (waits === false) return null;
  return waits === true && byOperator !== true ? lastMessageAt : undefined;
}
