import type { BlingerConversationRecord } from './state.ts';

export interface ConversationFilter {
  list: 'unassigned' | 'unread' | 'not-answered';
  /** Operator.user_id, as conversations carry it. Undefined: whoever holds it. */
  operatorUserId: number | undefined;
  groupId: number | undefined;
  cap: number;
}

const inList = {
  unassigned: ({ status }) => status === 'unassigned',
  unread: ({ status, unread_count }) => status === 'inbox' && unread_count > 0,
  'not-answered': ({ status, waiting_operator_response }) => status === 'inbox' && waiting_operator_response,
} satisfies Record<ConversationFilter['list'], (conversation: BlingerConversationRecord) => boolean>;

/** Latest `date_updated` first; the change number settles what happened in the same second. What is beyond the cap is lost. */
export function selectConversations(
  conversations: readonly BlingerConversationRecord[],
  { list, operatorUserId, groupId, cap }: ConversationFilter,
): BlingerConversationRecord[] {
  return conversations
    .filter(inList[list])
    .filter(({ operator_user_id }) => operatorUserId === undefined || operator_user_id === operatorUserId)
    .filter(({ group_id }) => groupId === undefined || group_id === groupId)
    .sort((left, right) => right.date_updated - left.date_updated || right.touched - left.touched)
    .slice(0, cap);
}
