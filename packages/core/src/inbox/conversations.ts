import type { AssigneeTarget, Conversation } from '../model/index.ts';
import type { AllHandlers, CapabilityLimits, NativeConversationQuery, Operation } from '../provider/index.ts';
import { cannot } from './cannot.ts';
import type { Connection } from './connection.ts';
import type { InboxMethods } from './inbox.ts';
import { check, inputs } from './input.ts';
import { createLocalizer } from './localize.ts';
import { createNativeListing, type PreparedList, prepareList } from './native-listing.ts';

type Conversations = InboxMethods<Operation>['conversations'];

export function createConversations(
  connection: Connection,
  handlers: () => AllHandlers['conversations'],
): Conversations {
  /** The methods that take an id and nothing else. */
  const byId = (method: 'close' | 'markRead' | 'unassign'): Conversations['close'] => {
    const operation = `conversations.${method}` as const;
    return (id, options) =>
      connection.run(operation, options, (call) => {
        connection.demand(operation);
        check(inputs.callOptions, 'options', options ?? {});
        return handlers()[method](connection.nativeId(id), call);
      });
  };

  return {
    list: (input) =>
      createNativeListing(connection, 'conversations.list', input, () =>
        prepareConversations(connection, handlers, input),
      ),

    get: (id, options) =>
      connection.run('conversations.get', options, async (call) => {
        connection.demand('conversations.get');
        const { include } = check(inputs.readOptions, 'options', options ?? {});
        const native = await handlers().get(connection.nativeId(id), call);
        return createLocalizer(connection, { source: 'live', raw: include?.includes('raw') ?? false }).conversation(
          native,
        );
      }),

    close: byId('close'),
    markRead: byId('markRead'),
    unassign: byId('unassign'),

    reopen: (id, options) =>
      connection.run('conversations.reopen', options, (call) => {
        const { limits } = connection.demand('conversations.reopen');
        const { agentId } = check(inputs.reopenOptions, 'options', options ?? {});
        if (agentId !== undefined && !limits?.as?.includes('agent')) throw cannot('conversations.reopen', 'an agent');
        const native = agentId === undefined ? undefined : connection.nativeId(agentId, 'agentId');
        return handlers().reopen(connection.nativeId(id), { agentId: native }, call);
      }),

    assign: (id, to, options) =>
      connection.run('conversations.assign', options, (call) => {
        const checked: AssigneeTarget = check(inputs.assigneeTarget, 'to', to);
        const operation = checked.agentId === undefined ? 'conversations.assign.group' : 'conversations.assign.agent';
        const { limits } = connection.demand(operation);
        const { note } = check(inputs.assignOptions, 'options', options ?? {});
        if (note !== undefined && !limits?.note) throw cannot(operation, 'a note');
        return handlers().assign(connection.nativeId(id), nativeTarget(connection, checked), { note }, call);
      }),
  };
}

/** Refuses a filter that the vendor cannot apply: ignoring it would show conversations that were not asked for. */
function checkFilters(query: NativeConversationQuery, limits: CapabilityLimits | undefined): void {
  for (const filter of ['status', 'channelId', 'assignee', 'unread', 'search'] as const) {
    if (query[filter] !== undefined && !limits?.filters?.includes(filter))
      throw cannot('conversations.list', `the filter ${filter}`);
  }
  if (query.status !== undefined && limits?.statuses && !limits.statuses.includes(query.status))
    throw cannot('conversations.list', `the status ${query.status}`);
}

/** The list of conversations, its input checked. */
export function prepareConversations(
  connection: Connection,
  handlers: () => AllHandlers['conversations'],
  input: unknown,
): PreparedList<Conversation> {
  return prepareList(connection, 'conversations.list', ({ limits }) => {
    const { status, channelId, assignee, unread, search, ...options } = check(
      inputs.conversationQuery,
      'query',
      input ?? {},
    );
    const query: NativeConversationQuery = {
      status,
      channelId: channelId === undefined ? undefined : connection.nativeId(channelId, 'channelId'),
      assignee: assignee ? nativeTarget(connection, assignee) : assignee,
      // `false` does not mean "only read ones".
      unread: unread || undefined,
      search,
    };
    checkFilters(query, limits);
    return {
      options,
      query,
      fetch: (page, call) => handlers().list(query, page, call),
      localize: (native, localizer) => localizer.conversation(native),
    };
  });
}

function nativeTarget(connection: Connection, to: AssigneeTarget): AssigneeTarget {
  return to.agentId === undefined
    ? { groupId: connection.nativeId(to.groupId, 'groupId') }
    : { agentId: connection.nativeId(to.agentId, 'agentId') };
}
