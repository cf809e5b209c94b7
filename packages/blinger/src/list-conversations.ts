import {
  type Call,
  mapItems,
  type NativeConversation,
  type NativeConversationQuery,
  type NativePage,
} from '@anyinbox/core/provider';
import type { Connection } from './connection.ts';
import { checkedId } from './ids.ts';
import { inParallel } from './in-parallel.ts';
import { type Part, planParts, type Reach, reachNeeded } from './list-plan.ts';
import { newestFirst } from './newest-first.ts';
import { whatIsMissing } from './what-is-missing.ts';

/** vendors/blinger.md §Conversation endpoints: the longest that a list can be; there is no second page. */
const longestList = 1000;
/** No rate limit is known: a few requests at once are quick and offend nobody. */
const atOnce = 4;

/** Composes a listing out of the vendor's lists. When one of them fails, so does the listing: a gap would go unnoticed. */
export async function listConversations(
  connection: Connection,
  query: NativeConversationQuery,
  call: Call,
): Promise<NativePage<NativeConversation>> {
  const { endpoints, reportDrift, config } = connection;
  const agentId = query.assignee?.agentId;
  const map = (raw: unknown) => ({ ...connection.toConversation(raw, agentId), complete: false });
  const read = async ({ list, of, keep }: Part) => {
    const objects = await endpoints[list](of, call);
    const { items, incomplete } = mapItems('conversation', objects, map, reportDrift);
    return { items: items.filter(keep), unreadable: incomplete, isFull: objects.length >= longestList };
  };
  const reach = await readReach(connection, query, call);
  const lists = await inParallel(planParts(query, reach, config.options.listBy), atOnce, read);
  const full = lists.filter(({ isFull }) => isFull).length;
  return {
    items: newestFirst(lists.flatMap(({ items }) => items)),
    incomplete: whatIsMissing(query, [
      full > 0 && `${full} of the lists read reached Blinger's maximum of ${longestList} conversations`,
      ...reach.unreadable,
      ...lists.map(({ unreadable }) => unreadable),
    ]),
  };
}

interface ReadReach extends Reach {
  readonly unreadable: readonly (string | undefined)[];
}

async function readReach(
  { directory, config }: Connection,
  query: NativeConversationQuery,
  call: Call,
): Promise<ReadReach> {
  const needed = reachNeeded(query, config.options.listBy);
  const nobody = { items: [], incomplete: undefined };
  const [agents, groups] = await Promise.all([
    needed.operators ? directory.agents(call) : nobody,
    needed.groups ? directory.groups(call) : nobody,
  ]);
  return {
    operators: agents.items.map(({ id }) => checkedId(id, 'agent.id')),
    groups: groups.items.map(({ id }) => checkedId(id, 'group.id')),
    unreadable: [agents.incomplete, groups.incomplete],
  };
}
