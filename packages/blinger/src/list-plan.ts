import type { NativeConversation, NativeConversationQuery } from '@anyinbox/core/provider';
import type { BlingerOptions } from './config.ts';

import { checkedId } from './ids.ts';
import type { Holder } from './parameters.ts';

/** One of the vendor's lists to read, and which of its conversations belong to the answer. */
export interface Part {
  readonly list: 'unassigned' | 'unread' | 'notAnswered';
  readonly of: Holder;
  readonly keep: (conversation: NativeConversation) => boolean;
}

/** Whom a listing may have to ask for. */
export interface Reach {
  readonly operators: readonly number[];
  readonly groups: readonly number[];
}

type ListBy = BlingerOptions['listBy'];
type Query = Pick<NativeConversationQuery, 'assignee' | 'unread'>;

/** Which of the two must be read before the parts are known. */
export function reachNeeded({ assignee }: Query, listBy: ListBy): { operators: boolean; groups: boolean } {
  if (assignee === undefined) return { operators: true, groups: listBy !== 'operators' };
  const ofOneAgent = assignee?.agentId !== undefined;
  return { operators: assignee !== null && !ofOneAgent, groups: ofOneAgent && listBy === 'pairs' };
}

/**
 * The lists whose union is the answer (vendors/blinger.md §Conversation endpoints). What is unassigned can be unread too, and belongs to a group
 * without being held by it, as `assignee` is null then.
 */
export function planParts(query: Query, reach: Reach, listBy: ListBy): readonly Part[] {
  const { assignee, unread } = query;
  const groupId = assignee?.groupId;
  const isUnread = ({ unreadCount = 0 }: NativeConversation) => unreadCount > 0;
  const isOfGroup = (conversation: NativeConversation) => conversation.assignee?.group?.id === groupId;
  const unassigned: Part = { list: 'unassigned', of: {}, keep: unread ? isUnread : keepAll };
  if (assignee === null) return [unassigned];

  const keep = groupId === undefined ? keepAll : isOfGroup;
  const lists = unread ? (['unread'] as const) : (['unread', 'notAnswered'] as const);
  const held = holders(query, reach, listBy).flatMap((of) => lists.map((list) => ({ list, of, keep })));
  return assignee === undefined ? [unassigned, ...held] : held;
}

function holders({ assignee }: Query, reach: Reach, listBy: ListBy): readonly Holder[] {
  const { agentId, groupId } = assignee ?? {};
  const operators = agentId === undefined ? reach.operators : [checkedId(agentId, 'assignee.agentId')];
  const groups = groupId === undefined ? reach.groups : [checkedId(groupId, 'assignee.groupId')];
  const ofOperators = operators.map((operator_id) => ({ operator_id }));
  const ofGroups = groups.map((group_id) => ({ group_id }));
  const pairs = ofOperators.flatMap((operator) => ofGroups.map((group) => ({ ...operator, ...group })));
  if (listBy === 'pairs') return pairs;
  if (groupId === undefined) return [...ofOperators, ...ofGroups];
  return listBy === 'operators' ? pairs : [...pairs, ...ofGroups];
}

function keepAll(): boolean {
  return true;
}
