import { defined, type NativeConversation, readEntity } from '@anyinbox/core/provider';
import { toContact } from './contact.ts';
import { canReply, readGates, toConversationChannel, unreadIn } from './gates.ts';
import { type MappingContext, needed, timeOf } from './mapping-context.ts';
import { chatSchema } from './schemas.ts';

/** What the filters of a list tell about its chats, whose objects do not say it. */
interface KnownFromFilters {
  readonly status?: 'open' | 'closed' | undefined;
  readonly agentId?: string | undefined;
}

export function toConversation(
  raw: unknown,
  given: Partial<NativeConversation>,
  context: MappingContext,
  known: KnownFromFilters = {},
): NativeConversation {
  const chat = readEntity('conversation', chatSchema, raw, context.reportDrift);
  const gates = readGates(raw, context);
  return {
    ...defined({
      nativeId: given.nativeId ?? needed(chat.id, 'conversation', 'id'),
      channel: toConversationChannel(gates),
      contact: toContact(chat),
      status: known.status ?? ('unknown' as const),
      assignee: known.agentId === undefined ? undefined : { agent: { id: known.agentId } },
      // The chat's own count is in lists only (observed); the gates' counts are documented.
      unreadCount: chat.unreadMessages ?? unreadIn(gates),
      canReply: canReply(gates),
      createdAt: timeOf(context, 'conversation', 'createdAt', chat.createdAt) ?? undefined,
      updatedAt: timeOf(context, 'conversation', 'updatedAt', chat.updatedAt) ?? undefined,
    }),
    raw,
  };
}
