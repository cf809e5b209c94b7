import type { Conversation, ConversationQuery } from '@anyinbox/core';
import { limitsOf } from './declared.ts';
import type { ProviderTarget, Subject } from './target.ts';

/** One value of one filter. */
export interface FilterCase {
  readonly filter: 'status' | 'channelId' | 'assignee' | 'unread' | 'search';
  readonly name: string;
  readonly query: ConversationQuery;
  /** No conversation is found by two values of the same kind. */
  readonly kind: string;
  /** Undefined when the conversation does not say. */
  fits(conversation: Conversation): boolean | undefined;
}

/** What can be asked of the declared filters, with known things and with those that an unfiltered list shows. */
export function filterCases(
  target: Pick<ProviderTarget, 'provider'>,
  { known, id }: Subject,
  all: readonly Conversation[],
): FilterCase[] {
  const { filters = [], statuses } = limitsOf(target, 'conversations.list');
  const some = (found: (one: Conversation) => string | undefined, one: string | undefined) =>
    [...new Set([...(one === undefined ? [] : [id(one)]), ...all.flatMap((item) => found(item) ?? [])])].slice(0, 3);
  const cases: FilterCase[] = [
    ...(['open', 'pending', 'snoozed', 'closed'] as const)
      .filter((status) => statuses?.includes(status) ?? true)
      .map(
        (status): FilterCase => ({
          ...{ filter: 'status', kind: 'status', name: `the status ${status}`, query: { status } },
          fits: (one) => (one.status === 'unknown' ? undefined : one.status === status),
        }),
      ),
    ...some((one) => one.channel.id, known.channel).map(
      (channelId): FilterCase => ({
        ...{ filter: 'channelId', kind: 'channel', name: 'a channel', query: { channelId } },
        fits: ({ channel }) => (channel.id === undefined ? undefined : channel.id === channelId),
      }),
    ),
    ...(['agent', 'group'] as const).flatMap((kind) =>
      some((one) => one.assignee?.[kind]?.id, known[kind]).map(
        (who): FilterCase => ({
          ...{ filter: 'assignee', kind, name: `the ${kind} assigned to` },
          query: { assignee: kind === 'agent' ? { agentId: who } : { groupId: who } },
          fits: ({ assignee }) => {
            if (!assignee) return assignee === null ? false : undefined;
            return assignee[kind] && assignee[kind].id === who;
          },
        }),
      ),
    ),
    {
      ...{ filter: 'assignee', kind: 'nobody', name: 'nobody assigned to', query: { assignee: null } },
      fits: ({ assignee }) => (assignee === undefined ? undefined : assignee === null),
    },
    {
      ...{ filter: 'unread', kind: 'unread', name: 'unread', query: { unread: true } },
      fits: ({ unreadCount }) => (unreadCount === undefined ? undefined : unreadCount > 0),
    },
    {
      ...{ filter: 'search', kind: 'search', name: 'a search', query: { search: 'zyzzyva' } },
      fits: () => undefined,
    },
  ];
  return cases.filter(({ filter }) => filters.includes(filter));
}
