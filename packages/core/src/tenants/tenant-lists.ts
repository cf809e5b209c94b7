import {
  check,
  createListing,
  inputs,
  type OpenInbox,
  type PreparedList,
  type ReadState,
  readPage,
  signalOf,
} from '../inbox/index.ts';
import {
  type Agent,
  type Channel,
  type Conversation,
  type ConversationQuery,
  type Group,
  type Listing,
  type Message,
  type Note,
  parseId,
} from '../model/index.ts';
import { invalidRequest } from '../provider/index.ts';
import { prepareFiltered } from './filtered-list.ts';
import type { Generation } from './generation.ts';
import { createMergedListing, type LaneSource } from './merged-listing.ts';
import type { TenantContext, TenantConversationQuery } from './tenant-inbox.ts';
import { unknownConnection } from './unknown-connection.ts';

interface ListContext extends TenantContext {
  route(id: unknown, field: string): Promise<OpenInbox>;
}

/** The lists of a tenant: those of all connections merged, and those that belong to one conversation. */
export function createTenantLists({ tenantId, current, explain, route }: ListContext) {
  const merged = <T extends { readonly id: string }>(
    operation: string,
    input: unknown,
    lanes: (generation: Generation, checked: Checked) => readonly LaneSource<T>[],
    time?: (item: T) => number | undefined,
  ): Listing<T> =>
    createMergedListing(input, explain, async () => {
      const checked: Checked = check(
        operation === 'conversations.list' ? conversationQuery : listOptions,
        'query',
        input ?? {},
      );
      const generation = await current();
      const { limit: _limit, cursor: _cursor, signal: _signal, include: _include, strict: _strict, ...query } = checked;
      const connectionIds = [...generation.connections.keys()];
      return {
        options: checked,
        binding: [tenantId, operation, query],
        connectionIds,
        lanes: lanes(generation, checked),
        time,
      };
    });

  const everywhere = <T>(
    generation: Generation,
    operation: 'channels.list' | 'agents.list' | 'groups.list',
    prepare: (open: OpenInbox) => PreparedList<T>,
  ) =>
    [...generation.connections].map(
      ([connectionId, open]): LaneSource<T> => ({
        connectionId,
        supported: open.inbox.supports(operation),
        prepare: () => prepare(open),
      }),
    );
  const below = (options: Checked) => {
    const { strict: _strict, cursor: _cursor, ...rest } = options;
    return rest;
  };

  const ofConversation = <T>(id: unknown, input: unknown, prepare: (open: OpenInbox) => PreparedList<T>): Listing<T> =>
    createListing<T, ReadState<T>>({
      signal: signalOf(input),
      explain,
      async prepare() {
        const { source, options, begin } = prepare(await route(id, 'conversationId'));
        return { read: (state, signal) => readPage(source, state ?? begin(options.cursor), options.limit, signal) };
      },
    });

  return {
    conversations: (input?: TenantConversationQuery): Listing<Conversation> =>
      merged(
        'conversations.list',
        input,
        (generation, checked) => {
          const owner = ownerOf(checked as ConversationQuery, generation);
          return [...generation.connections].flatMap(([connectionId, open]): LaneSource<Conversation>[] => {
            // A filter by an id asks only the connection that the id belongs to: the others have nothing of it.
            if (owner !== undefined && owner !== connectionId) return [];
            return [
              {
                connectionId,
                supported: open.inbox.supports('conversations.list'),
                prepare: () => prepareFiltered(open, below(checked) as ConversationQuery),
              },
            ];
          });
        },
        ({ updatedAt, createdAt }) => timeOf(updatedAt ?? createdAt),
      ),
    messages: (id: string, input?: unknown): Listing<Message> =>
      ofConversation(id, input, ({ lists }) => lists.messages(id, input)),
    notes: (id: string, input?: unknown): Listing<Note> =>
      ofConversation(id, input, ({ lists }) => lists.notes(id, input)),
    channels: (input?: unknown): Listing<Channel> =>
      merged('channels.list', input, (generation, checked) =>
        everywhere(generation, 'channels.list', ({ lists }) => lists.channels(below(checked))),
      ),
    agents: (input?: unknown): Listing<Agent> =>
      merged('agents.list', input, (generation, checked) =>
        everywhere(generation, 'agents.list', ({ lists }) => lists.agents(below(checked))),
      ),
    groups: (input?: unknown): Listing<Group> =>
      merged('groups.list', input, (generation, checked) =>
        everywhere(generation, 'groups.list', ({ lists }) => lists.groups(below(checked))),
      ),
  };
}

const listOptions = inputs.listOptions.extend({ strict: inputs.strict });
const conversationQuery = inputs.conversationQuery.extend({ strict: inputs.strict });
type Checked = ReturnType<typeof listOptions.parse>;

/** The connection that the ids in a query belong to. Throws when there is no such connection, or when they belong to several. */
function ownerOf({ channelId, assignee }: ConversationQuery, generation: Generation): string | undefined {
  const ids = [channelId, assignee?.agentId, assignee?.groupId].flatMap((id) => id ?? []);
  const [owner, ...others] = new Set(ids.map((id) => parseId(id).connectionId));
  if (others.length > 0)
    throw invalidRequest('The ids in this query belong to several connections, which have nothing in common');
  if (owner !== undefined && !generation.connections.has(owner)) throw unknownConnection();
  return owner;
}

function timeOf(time: string | undefined): number | undefined {
  const parsed = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(parsed) ? undefined : parsed;
}
