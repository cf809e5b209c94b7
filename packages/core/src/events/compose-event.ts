import { type EventData, formatId, type InboxEvent } from '../model/index.ts';
import type { NativeEvent } from '../provider/index.ts';
import { eventId } from './event-id.ts';
import { mapIds } from './map-ids.ts';

export interface EventOrigin {
  readonly tenantId: string;
  readonly connectionId: string;
  readonly provider: string;
  readonly via: InboxEvent['via'];
  /** ISO 8601 UTC. */
  readonly receivedAt: string;
}

/** The event that apps see, of what a provider read: our ids, its own id, and who told it. */
export function composeEvent(native: NativeEvent, origin: EventOrigin): InboxEvent {
  const { connectionId, via, receivedAt } = origin;
  const { type, key, conversationId, occurredAt, nativeType, raw } = native;
  const id = (nativeId: string) => formatId(connectionId, nativeId);
  const conversation = conversationId === undefined ? undefined : id(conversationId);
  const told = mapIds(native, id);
  const data = {
    ...told,
    ...(told.conversation && { conversation: named(told.conversation, id) }),
    ...(told.message && conversation && { message: { ...named(told.message, id), conversationId: conversation } }),
    ...(told.channel && { channel: named(told.channel, id) }),
    ...(told.note && conversation && { note: { ...named(told.note, id), conversationId: conversation } }),
    ...(nativeType !== undefined && { nativeType }),
    ...(type === 'vendor.other' && { raw }),
  } as EventData;
  return {
    id: eventId(origin, type, conversationId, key),
    type,
    tenantId: origin.tenantId,
    connectionId,
    provider: origin.provider,
    ...(conversation !== undefined && { conversationId: conversation }),
    occurredAt: occurredAt ?? receivedAt,
    receivedAt,
    via,
    data,
  };
}

/** With our id, and without what is not for the log: an event's `raw` is that of `vendor.other` alone. */
function named<T extends { readonly nativeId: string }>(thing: T, id: (nativeId: string) => string) {
  const { raw: _raw, complete: _complete, ...rest } = thing as T & { raw?: unknown; complete?: unknown };
  return { ...rest, id: id(thing.nativeId) };
}
