import { contentKey, type NativeEvent, type NativeMessageFacts } from '../provider/index.ts';
import type { MirrorRecord } from '../store/index.ts';

/** A message that was read and not known before: the same event that a webhook or our own send makes of it. */
export function newMessageEvent(conversationId: string, message: NativeMessageFacts): NativeEvent {
  return {
    type: message.direction === 'inbound' ? 'message.received' : 'message.sent',
    key: message.nativeId,
    conversationId,
    occurredAt: message.createdAt,
    message,
  };
}

/** What became of a message that is known: undefined when nothing did. */
export function changedMessageEvent(
  conversationId: string,
  message: NativeMessageFacts,
  known: MirrorRecord,
): NativeEvent | undefined {
  const before = known.value as Partial<NativeMessageFacts>;
  const changed = (field: keyof NativeMessageFacts) =>
    message[field] !== undefined && contentKey(message[field]) !== contentKey(before[field]);
  // Only what changed: of the rest it is not known that it still was so at that time.
  const told = (['text', 'editedAt', 'delivery', 'attachments', 'deletedAt'] as const).filter(changed);
  const type =
    changed('deletedAt') && message.deletedAt
      ? 'message.deleted'
      : message.delivery?.state === 'failed' && before.delivery?.state !== 'failed'
        ? 'message.failed'
        : told.length > 0
          ? 'message.updated'
          : undefined;
  if (type === undefined) return undefined;
  const facts = {
    ...Object.fromEntries(told.map((field) => [field, message[field]])),
    // Of another text the rendering is another one too.
    ...(changed('text') && { html: message.html ?? null }),
  };
  const when = changed('deletedAt') ? message.deletedAt : changed('editedAt') ? message.editedAt : undefined;
  return {
    type,
    // With when it was told before: what becomes so a second time is another fact.
    key: contentKey([message.nativeId, facts, told.map((field) => known.stamps[field])]),
    conversationId,
    // Undefined, where the vendor does not say when: then it is told as of now.
    occurredAt: when ?? undefined,
    message: { nativeId: message.nativeId, ...facts },
  };
}
