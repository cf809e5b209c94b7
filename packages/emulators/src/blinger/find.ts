import { assumed } from './assumptions.ts';
import type { BlingerBehaviour } from './behaviour.ts';
import { problem } from './request.ts';
import type { BlingerConversationRecord, BlingerOperatorRecord, BlingerState } from './state.ts';
import type { BlingerGroup } from './wire.ts';

/** Look-ups that answer 400 when there is none. */

export function conversationById(state: BlingerState, conversationId: number): BlingerConversationRecord {
  return found(
    state.conversations.find(({ id }) => id === conversationId),
    assumed.conversationNotFound,
  );
}

/** The operator that a request means; the admin operator when it names none. */
export function operatorFor(
  state: BlingerState,
  operatorId: number | undefined,
  field: BlingerBehaviour['operatorIds'],
): BlingerOperatorRecord {
  if (operatorId === undefined) return found(state.operators[0], assumed.operatorNotFound);
  return found(
    state.operators.find((operator) => operator[field] === operatorId),
    assumed.operatorNotFound,
  );
}

export function groupById(state: BlingerState, groupId: number): BlingerGroup {
  return found(
    state.groups.find(({ id }) => id === groupId),
    assumed.groupNotFound,
  );
}

/** Who holds the conversation, by the number that conversations carry. */
export function holderOf(state: BlingerState, conversation: BlingerConversationRecord): BlingerOperatorRecord | null {
  return state.operators.find((operator) => operator.user_id === conversation.operator_user_id) ?? null;
}

function found<T>(item: T | undefined, otherwise: { status: number; message: string }): T {
  if (item === undefined) throw problem(otherwise);
  return item;
}
