import { type InboxEvent, parseId } from '../model/index.ts';
import type { NativeConversationFacts, NativeMessageFacts } from '../provider/index.ts';
import type { Facets, MirrorRecord, RecordChange, RecordKind } from '../store/index.ts';
import { mapIds } from './map-ids.ts';
import { earlier, mergeFacts } from './merge-facts.ts';

/** The place of the newest time we heard of a record; no field has this name. */
export const heardAt = '~heard';

/**
 * What an event does to the mirror. The mirror is nothing but the events of the log, laid over each other in any order: whoever replays the log gets
 * the same records.
 */
export function changesOf(event: InboxEvent): RecordChange[] {
  const nativeConversation = event.conversationId && parseId(event.conversationId).nativeId;
  const { conversation, message, agents, channel } = mapIds(event.data, (id) => parseId(id).nativeId);
  return [
    ...(conversation ? [conversationChange(conversation, event), ...channelOf(conversation, event)] : []),
    ...(message && nativeConversation !== undefined ? [messageChange(message, nativeConversation, event)] : []),
    ...(channel ? [change('channel', channel.nativeId, '', { ...channel, id: undefined }, event)] : []),
    ...(agents ?? []).map((agent) => change('agent', agent.id, '', { ...agent }, event)),
  ];
}

function conversationChange(conversation: NativeConversationFacts, event: InboxEvent): RecordChange {
  return change('conversation', conversation.nativeId, '', { ...conversation, id: undefined }, event);
}

/** A conversation tells of its channel too: where a vendor lists none, that is how channels become known. */
function channelOf({ channel }: NativeConversationFacts, event: InboxEvent): RecordChange[] {
  if (channel?.id === undefined) return [];
  const { id: nativeId, ...facts } = channel;
  return [change('channel', nativeId, '', { ...facts, nativeId }, event)];
}

function messageChange(message: NativeMessageFacts, parent: string, event: InboxEvent): RecordChange {
  return change('message', message.nativeId, parent, { ...message, id: undefined, conversationId: undefined }, event);
}

function change(kind: RecordKind, id: string, parent: string, told: object, event: InboxEvent): RecordChange {
  return {
    key: { kind, id },
    merge(current) {
      const known = current ?? { value: {}, stamps: {}, parent };
      const { value, stamps } = mergeFacts(known, told as Record<string, unknown>, stampOf(event), latestOf(event));
      const heard = [stamps[heardAt] ?? '', event.receivedAt].sort().at(-1) ?? '';
      // A message belongs to one conversation; should a vendor say otherwise, the lesser id wins in any order.
      const home = [known.parent, parent].sort()[0] ?? parent;
      return {
        kind,
        id,
        parent: home,
        at: timeOf(kind, value) ?? stamps['nativeId'] ?? heard,
        facets: facetsOf(kind, value),
        value,
        stamps: { ...stamps, [heardAt]: heard },
      };
    },
  };
}

const dayMs = 86_400_000;

/** A vendor whose clock is far ahead must not fix a field for ever. */
function latestOf({ receivedAt }: InboxEvent): string {
  return new Date(Date.parse(receivedAt) + dayMs).toISOString();
}

function stampOf(event: InboxEvent): string {
  return earlier(event.occurredAt, latestOf(event));
}

/** Undefined: it has none, and is as old as what was told of it last. Without any time it would never be old enough to go. */
function timeOf(kind: RecordKind, value: MirrorRecord['value']): string | undefined {
  const { updatedAt, lastMessage, createdAt } = value as Partial<NativeConversationFacts>;
  if (kind === 'conversation') return updatedAt ?? lastMessage?.createdAt ?? createdAt;
  return kind === 'message' ? createdAt : '';
}

function facetsOf(kind: RecordKind, value: MirrorRecord['value']): Facets {
  if (kind !== 'conversation') return {};
  const { status, channel, contact, assignee, unreadCount } = value as Partial<NativeConversationFacts>;
  return {
    ...(status !== undefined && { status }),
    ...(channel?.id !== undefined && { channelId: channel.id }),
    ...(contact?.id !== undefined && { contactId: contact.id }),
    ...(assignee?.agent && { agentId: assignee.agent.id }),
    ...(assignee?.group && { groupId: assignee.group.id }),
    ...(assignee === null && { unassigned: true }),
    ...(unreadCount !== undefined && { unread: unreadCount > 0 }),
  };
}
