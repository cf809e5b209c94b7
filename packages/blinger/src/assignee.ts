import { type Assignee, defined } from '@anyinbox/core/provider';
import type { Names } from './mapping-context.ts';
import type { BlingerConversation } from './schemas.ts';

/**
 * Who holds a conversation: nobody while it is unassigned, though it keeps its group. A group whose title nothing has told yet is named by its
 * id: the model wants a name, and reading one conversation is not worth a second request.
 */
export function toAssignee(
  { status, operator_user_id: userId, group_id: groupId }: BlingerConversation,
  names: Names,
  knownAgentId: string | undefined,
): Assignee | null | undefined {
  if (status === 'unassigned') return null;
  const agentId = knownAgentId ?? (userId ? names.agentOf(userId) : undefined);
  const assignee = defined({
    agent: agentId === undefined ? undefined : { id: agentId },
    group: groupId ? { id: groupId, name: names.titleOf(groupId) ?? groupId } : undefined,
  });
  if (assignee.agent !== undefined || assignee.group !== undefined) return assignee;
  return userId === null && groupId === null ? null : undefined;
}
