import { InboxError } from '../errors/index.ts';
import type { OpenInbox, PreparedList } from '../inbox/index.ts';
import type { Conversation, ConversationQuery } from '../model/index.ts';

type Judged = 'status' | 'unread' | 'assignee';
/** Whether a conversation passes; undefined when it does not say. */
type Judge = (conversation: Conversation, query: ConversationQuery) => boolean | undefined;

/** What can be told from a conversation itself. An assignee by id is not here: it decides which connection is asked at all. */
const judges: Readonly<Record<Judged, Judge>> = {
  status: ({ status }, query) => (status === 'unknown' ? undefined : status === query.status),
  unread: ({ unreadCount }) => (unreadCount === undefined ? undefined : unreadCount > 0),
  assignee: ({ assignee }) => (assignee === undefined ? undefined : assignee === null),
};

/**
 * A connection's conversations by a query of which its provider may apply only a part: the rest is applied here where each conversation says enough.
 * What neither can apply is refused with `unsupported`; nothing is ignored.
 */
export function prepareFiltered({ inbox, lists }: OpenInbox, query: ConversationQuery): PreparedList<Conversation> {
  const capability = inbox.capabilities['conversations.list'];
  const limits = capability.level === 'none' ? undefined : capability.limits;
  const ours = (Object.keys(judges) as Judged[]).filter((filter) => {
    if (!isAsked(query, filter)) return false;
    if (filter === 'status' && limits?.statuses && query.status && !limits.statuses.includes(query.status)) return true;
    return !limits?.filters?.includes(filter);
  });
  const theirs = { ...query, ...Object.fromEntries(ours.map((filter) => [filter, undefined])) };
  const list = lists.conversations(theirs);
  if (ours.length === 0) return list;
  const passes = (conversation: Conversation) => ours.every((filter) => judge(filter, conversation, query));
  return {
    ...list,
    source: {
      ...list.source,
      async fetch(position, limit, signal) {
        const page = await list.source.fetch(position, limit, signal);
        return { ...page, items: page.items.filter(passes) };
      },
    },
  };
}

function isAsked(query: ConversationQuery, filter: Judged): boolean {
  return filter === 'unread'
    ? query.unread === true
    : filter === 'assignee'
      ? query.assignee === null
      : query.status !== undefined;
}

function judge(filter: Judged, conversation: Conversation, query: ConversationQuery): boolean {
  const passes = judges[filter](conversation, query);
  if (passes !== undefined) return passes;
  throw new InboxError(
    `This connection cannot filter by ${filter}: neither its vendor does, nor do its conversations tell`,
    {
      code: 'unsupported',
      blame: 'caller',
      hint: `Leave out the filter ${filter}, or read the other connections by themselves.`,
    },
  );
}
