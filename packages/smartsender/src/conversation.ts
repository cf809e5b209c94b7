import {
  type CanReply,
  type ConversationChannel,
  defined,
  type NativeConversation,
  readEntity,
} from '@anyinbox/core/provider';
import { unsubscribed } from './assumptions.ts';
import { channelKind } from './channel.ts';
import { toContact } from './contact.ts';
import { type MappingContext, needed, timeOf } from './mapping-context.ts';
import { chatSchema, type SmartsenderChat, type SmartsenderGate } from './schemas.ts';

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
  return {
    ...defined({
      nativeId: given.nativeId ?? needed(chat.id, 'conversation', 'id'),
      channel: toConversationChannel(chat.gates),
      contact: toContact(chat),
      status: known.status ?? ('unknown' as const),
      assignee: known.agentId === undefined ? undefined : { agent: { id: known.agentId } },
      unreadCount: unreadCount(chat),
      canReply: canReply(chat.gates),
      createdAt: timeOf(context, 'conversation', 'createdAt', chat.createdAt) ?? undefined,
      updatedAt: timeOf(context, 'conversation', 'updatedAt', chat.updatedAt) ?? undefined,
    }),
    raw,
  };
}

type Gates = readonly SmartsenderGate[] | null | undefined;

/** A contact can be reached through several gates: a subscribed one goes before one that is not. */
function toConversationChannel(gates: Gates): ConversationChannel {
  const gate = gates?.find(({ subscribed }) => subscribed === true) ?? gates?.[0];
  const channel = gate?.channel;
  if (!channel) return { kind: 'unknown' };
  return defined({
    id: channel.id ?? undefined,
    kind: channelKind(channel.type),
    nativeKind: channel.type ?? undefined,
    name: channel.name ?? undefined,
  });
}

/** The chat's own count is in lists only (observed); the gates' counts are documented. */
function unreadCount({ unreadMessages, gates }: SmartsenderChat): number | undefined {
  if (typeof unreadMessages === 'number') return unreadMessages;
  const counts = gates?.flatMap((gate) => gate.unreadMessages ?? []);
  return counts === undefined || counts.length < (gates?.length ?? 0)
    ? undefined
    : counts.reduce((sum, count) => sum + count, 0);
}

function canReply(gates: Gates): CanReply | undefined {
  if (!gates) return undefined;
  if (gates.some(({ subscribed }) => subscribed === true)) return { allowed: true };
  return gates.every(({ subscribed }) => subscribed === false) ? unsubscribed : undefined;
}
