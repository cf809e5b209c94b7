import { assumed } from './assumptions.ts';
import { problem } from './request.ts';
import {
  type BlingerConversationRecord,
  type BlingerOperatorRecord,
  type BlingerState,
  seconds,
  touch,
} from './state.ts';

/** The moves between the three stages. Each says whether anything changed. */

/** Takes a conversation into an operator's inbox, or reopens it there. Refused when another operator has it in his. */
export function start(
  state: BlingerState,
  conversation: BlingerConversationRecord,
  operator: BlingerOperatorRecord,
  at: number,
): boolean {
  const held = conversation.status === 'inbox' && conversation.operator_user_id !== operator.user_id;
  if (held) throw problem(assumed.heldByAnother);
  return assign(state, conversation, operator, at);
}

/** Gives the conversation to an operator, whoever had it. */
export function assign(
  state: BlingerState,
  conversation: BlingerConversationRecord,
  operator: BlingerOperatorRecord,
  at: number,
): boolean {
  if (conversation.status === 'inbox' && conversation.operator_user_id === operator.user_id) return false;
  conversation.status = 'inbox';
  conversation.operator_user_id = operator.user_id;
  conversation.is_new_conversation = false;
  touch(state, conversation, at);
  return true;
}

export function unassign(state: BlingerState, conversation: BlingerConversationRecord, at: number): boolean {
  if (conversation.status === 'unassigned') return false;
  conversation.status = 'unassigned';
  conversation.operator_user_id = null;
  conversation.unassigned_date = seconds(at);
  touch(state, conversation, at);
  return true;
}

export function close(
  state: BlingerState,
  conversation: BlingerConversationRecord,
  closer: BlingerOperatorRecord,
  at: number,
): boolean {
  if (conversation.status === 'closed') return false;
  conversation.status = 'closed';
  conversation.operator_user_id ??= closer.user_id;
  conversation.is_new_conversation = false;
  touch(state, conversation, at);
  return true;
}
