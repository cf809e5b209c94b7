import { type NativeConversationQuery, type QueryValue, unsupported } from '@anyinbox/core/provider';
import { checkedId } from './ids.ts';

/** The app's filters as query parameters (vendors/smartsender.md §Endpoints). Throws for what the vendor cannot select. */
export function conversationQuery(query: NativeConversationQuery): Readonly<Record<string, QueryValue>> {
  return { term: query.search, state: stateOf(query.status), ...selectorOf(query) };
}

/** The agent that the list is filtered by. */
export function agentIn({ assignee }: NativeConversationQuery): string | undefined {
  return assignee?.agentId;
}

export function stateOf(status: NativeConversationQuery['status']): 'open' | 'closed' | undefined {
  if (status === undefined || status === 'open' || status === 'closed') return status;
  throw unsupported('Smartsender has no such status to filter by', 'Filter by open or closed.');
}

/** There is one selector, so that two filters which both need it exclude each other. */
function selectorOf({ assignee, unread }: NativeConversationQuery): Readonly<Record<string, QueryValue>> {
  if (assignee === null)
    throw unsupported(
      'Smartsender cannot list conversations of nobody',
      'The selector `none` is not documented to mean unassigned.',
    );
  if (assignee?.groupId !== undefined) throw unsupported('Smartsender has no groups to filter by');
  if (assignee && unread)
    throw unsupported(
      'Smartsender filters by assignee or by unread, not by both',
      'Leave one out: each conversation has `unreadCount`.',
    );
  if (assignee) {
    return { 'selector[name]': 'private', 'selector[operatorId]': checkedId(assignee.agentId, 'assignee.agentId') };
  }
  return unread ? { 'selector[name]': 'unread' } : {};
}
