import type { NativeConversation } from '@anyinbox/core/provider';

/**
 * Each conversation once, latest activity first. One that changed between two requests is shown as it was last. The vendor's times have whole
 * seconds: in the same one, the younger conversation is first.
 */
export function newestFirst(conversations: readonly NativeConversation[]): readonly NativeConversation[] {
  const latest = new Map<string, NativeConversation>();
  for (const conversation of conversations) {
    const known = latest.get(conversation.nativeId);
    if (known === undefined || updateOf(conversation) > updateOf(known))
      latest.set(conversation.nativeId, conversation);
  }
  return [...latest.values()].sort(
    (left, right) => compare(updateOf(right), updateOf(left)) || compare(Number(right.nativeId), Number(left.nativeId)),
  );
}

function updateOf({ updatedAt = '' }: NativeConversation): string {
  return updatedAt;
}

function compare<T extends string | number>(left: T, right: T): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
