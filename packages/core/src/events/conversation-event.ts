import type { InboxEventType } from '../model/index.ts';
import { canonicalJson, contentKey, type NativeConversationFacts, type NativeEvent } from '../provider/index.ts';
import type { MirrorRecord } from '../store/index.ts';
import { mergeFacts } from './merge-facts.ts';

/**
 * What a live read of a conversation says against what the mirror knew of it: undefined when that is nothing new. `readAt` is when it was read.
 */
export function conversationEvent(
  facts: NativeConversationFacts,
  known: MirrorRecord | undefined,
  readAt: string,
): NativeEvent | undefined {
  const { nativeId, updatedAt, lastMessage, createdAt } = facts;
  const before = known?.value as Partial<NativeConversationFacts> | undefined;
  const changed = known && changedFields(facts, known);
  if (changed?.length === 0) return undefined;
  // What is new to us is as old as what last happened in it.
  // A time that did not move with what changed is not the time of the change; of the rest nothing is said then.
  const moved = updatedAt !== undefined && updatedAt !== before?.updatedAt;
  return {
    type: typeOf(facts, before),
    key: contentKey(changed ? [facts, stampsOf(changed, known)] : facts),
    conversationId: nativeId,
    occurredAt: moved ? updatedAt : known ? readAt : (lastMessage?.createdAt ?? createdAt ?? readAt),
    conversation: moved || !changed ? facts : { nativeId, ...pick(facts, changed) },
  };
}

const always = '9999-12-31T23:59:59.999Z';

function changedFields(facts: NativeConversationFacts, known: MirrorRecord): string[] {
  const { value } = mergeFacts(known, facts, always);
  return Object.keys(value).filter(
    (name) => !Object.hasOwn(known.value, name) || canonicalJson(value[name]) !== canonicalJson(known.value[name]),
  );
}

/** When these were told before: a conversation that is closed, opened and closed again is three facts, though two of them look the same. */
function stampsOf(fields: readonly string[], { stamps }: MirrorRecord): Record<string, string> {
  return Object.fromEntries(Object.entries(stamps).filter(([path]) => fields.includes(path.split('.', 1)[0] ?? path)));
}

function pick(facts: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => fields.includes(name)));
}

function typeOf(
  { status, assignee }: NativeConversationFacts,
  before: Partial<NativeConversationFacts> | undefined,
): InboxEventType {
  if (!before) return 'conversation.started';
  if (status !== undefined && before.status !== undefined && status !== before.status) {
    if (status === 'closed') return 'conversation.closed';
    if (before.status === 'closed') return 'conversation.reopened';
  }
  if (assignee !== undefined && contentKey(whose(assignee)) !== contentKey(whose(before.assignee)))
    return assignee === null ? 'conversation.unassigned' : 'conversation.assigned';
  return 'conversation.updated';
}

function whose(assignee: NativeConversationFacts['assignee']): unknown {
  return [assignee?.agent?.id ?? null, assignee?.group?.id ?? null];
}
