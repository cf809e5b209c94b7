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

/** Pages of the vendor without a match after which we stop looking: a filter of ours must not eat a vendor's request limit. */
const pagesWithoutMatch = 10;

/**
 * A connection's conversations by a query of which its provider may apply only a part: the rest is applied here where each conversation says enough.
 * What neither can apply is refused with `unsupported`; what was left out is said in `incomplete`; nothing is ignored.
 */
export function prepareFiltered({ inbox, lists }: OpenInbox, query: ConversationQuery): PreparedList<Conversation> {
  const capability = inbox.capabilities['conversations.list'];
  const limits = capability.level === 'none' ? undefined : capability.limits;
  const ours = (Object.keys(judges) as Judged[]).filter((filter) => {
    if (!isAsked(query, filter)) return false;
    // A list that is not whole need not hold the status at all: looking for it there would find nothing and call that an answer.
    if (filter === 'status' && capability.level !== 'full') return false;
    if (filter === 'status' && limits?.statuses && query.status && !limits.statuses.includes(query.status)) return true;
    return !limits?.filters?.includes(filter);
  });
  const list = lists.conversations({ ...query, ...Object.fromEntries(ours.map((filter) => [filter, undefined])) });
  return ours.length === 0 ? list : { ...list, source: filtered(list.source, ours, query) };
}

type Source = PreparedList<Conversation>['source'];

function filtered(source: Source, filters: readonly Judged[], query: ConversationQuery): Source {
  let withoutMatch = 0;
  return {
    ...source,
    async fetch(position, limit, signal) {
      const page = await source.fetch(position, limit, signal);
      const { passing, untold } = judgeAll(page.items, filters, query);
      withoutMatch = passing.length > 0 ? 0 : withoutMatch + 1;
      const gaveUp = page.next !== undefined && withoutMatch >= pagesWithoutMatch;
      const reasons = [
        page.incomplete,
        untold > 0 ? `${untold} conversations do not tell whether they pass` : undefined,
        gaveUp ? `no match on ${pagesWithoutMatch} pages, so the rest was not read` : undefined,
      ].flatMap((reason) => reason ?? []);
      return {
        items: passing,
        next: gaveUp ? undefined : page.next,
        incomplete: reasons.length > 0 ? reasons.join('; ') : undefined,
      };
    },
  };
}

function judgeAll(items: readonly Conversation[], filters: readonly Judged[], query: ConversationQuery) {
  const verdicts = items.map((item) => filters.map((filter) => judges[filter](item, query)));
  const untold = verdicts.filter((verdict) => !verdict.includes(false) && verdict.includes(undefined)).length;
  if (untold > 0 && untold === items.length) throw cannotTell(filters);
  return { passing: items.filter((_, index) => verdicts[index]?.every((passes) => passes === true)), untold };
}

function isAsked(query: ConversationQuery, filter: Judged): boolean {
  return filter === 'unread'
    ? query.unread === true
    : filter === 'assignee'
      ? query.assignee === null
      : query.status !== undefined;
}

function cannotTell(filters: readonly Judged[]): InboxError {
  return new InboxError(
    `This connection cannot filter by ${filters.join(', ')}: neither its vendor does, nor do its conversations tell`,
    {
      code: 'unsupported',
      blame: 'caller',
      hint: 'Leave out the filter, or read the other connections by themselves.',
    },
  );
}
