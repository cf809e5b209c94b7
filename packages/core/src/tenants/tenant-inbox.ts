import { InboxError } from '../errors/index.ts';
import type { EventsOptions, StreamedEvent } from '../events/index.ts';
import type { BudgetSnapshot } from '../http/index.ts';
import type { Inbox, InboxBase, InboxMethods, OpenInbox } from '../inbox/index.ts';
import { type ConversationQuery, parseId } from '../model/index.ts';
import type { Operation } from '../provider/index.ts';
import type { Store } from '../store/index.ts';
import type { BackfillOptions, BackfillProgress } from './backfill.ts';
import type { Generation } from './generation.ts';
import { mergeCapabilities, type TenantCapabilities } from './merged-capabilities.ts';
import { openRemoved } from './removed-connection.ts';
import { backfillTenant, followTenant } from './tenant-events.ts';
import { createTenantLists } from './tenant-lists.ts';
import { unknownConnection } from './unknown-connection.ts';

/** `strict`: a connection that fails fails the page, instead of standing in its `failures`. */
export type TenantConversationQuery = ConversationQuery & { readonly strict?: boolean | undefined };

/**
 * The inbox of a tenant: its connections merged. It is the interface of any inbox; ids route operations to their connection. It follows the tenant's
 * configuration: a call begins in the configuration of its moment and ends in it, whatever changes meanwhile.
 */
export interface TenantInbox extends InboxBase, InboxMethods<Operation, TenantConversationQuery> {
  readonly tenantId: string;
  /** The union of the connections', each operation with those that carry it. */
  readonly capabilities: TenantCapabilities;
  /** Of the connection, when there is only one; otherwise take `connection(id).native`. */
  readonly native: Inbox['native'];
  /** In the order of the configuration. */
  readonly connections: readonly { readonly id: string; readonly provider: string }[];
  /**
   * The inbox of one connection, as of the configuration used last; it stays with that configuration, so ask again after a swap. Throws
   * `unknown-connection`.
   */
  connection(connectionId: string): Inbox;
  /**
   * The events of the tenant's connections from the log, and then what comes. At least once, in order per connection; ends without an error on abort.
   * Needs a store.
   */
  events(options?: EventsOptions): AsyncIterable<StreamedEvent>;
  /**
   * Reads what the vendors show of the past into the mirror, where their API allows it, connection by connection, and tells how far it came. Broken
   * off, it goes on there the next time. What is new to the log becomes events, as old as their `occurredAt`. One connection that fails holds up no
   * other: what it threw is thrown in the end. Costs requests: one for a page of conversations, and at least one for each of them. Needs a store.
   */
  backfill(options?: BackfillOptions): AsyncIterable<BackfillProgress>;
  /** What is left of each connection's request limit. */
  budgets(): Readonly<Record<string, BudgetSnapshot | undefined>>;
}

export interface TenantContext {
  readonly tenantId: string;
  readonly store: Store | undefined;
  /** The configuration of the moment. */
  current(): Promise<Generation>;
  /** The one that was current last. */
  latest(): Generation;
  explain(error: unknown): InboxError;
}

export function createTenantInbox(context: TenantContext): TenantInbox {
  const { tenantId, store, current, latest, explain } = context;

  const find = (generation: Generation, connectionId: string): OpenInbox => {
    const found = generation.connections.get(connectionId);
    if (found) return found;
    throw unknownConnection().with({ tenantId });
  };
  /** The connection that an id belongs to. */
  const route = async (id: unknown, field: string): Promise<OpenInbox> =>
    find(await current(), parseId(id, field).connectionId);
  /** The same for what is only read: a connection that was removed can be read from the mirror. */
  const routeRead = async (id: unknown, field: string): Promise<OpenInbox> => {
    const { connectionId } = parseId(id, field);
    const generation = await current();
    const removed = !generation.connections.has(connectionId) && store;
    return (removed && (await openRemoved(store, tenantId, connectionId))) || find(generation, connectionId);
  };
  /** The one connection that can do what names no thing. */
  const only = async (operation: Operation): Promise<OpenInbox> => {
    const { connections } = await current();
    const able = [...connections.values()].filter(({ inbox }) => inbox.supports(operation));
    if (able[0] && able.length === 1) return able[0];
    throw new InboxError(`${able.length} connections of this tenant support ${operation}`, {
      code: able.length === 0 ? 'unsupported' : 'invalid-request',
      blame: 'caller',
      hint: able.length === 0 ? undefined : 'Choose one: inbox.connection(id).',
    });
  };
  /** What fails before a connection is found says what was asked, and that nothing was sent. */
  const explained = async <T>(operation: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (problem) {
      const error = explain(problem);
      if (error.operation !== undefined) throw error;
      throw error.with({ operation, outcome: operation.endsWith('.get') ? undefined : (error.outcome ?? 'not-sent') });
    }
  };
  const at = <T>(operation: string, id: unknown, work: (inbox: Inbox) => Promise<T>, field = 'id'): Promise<T> =>
    explained(operation, async () => work((await route(id, field)).inbox));

  const readAt = <T>(operation: string, id: unknown, work: (inbox: Inbox) => Promise<T>): Promise<T> =>
    explained(operation, async () => work((await routeRead(id, 'id')).inbox));

  const lists = createTenantLists({ ...context, route: routeRead });
  const merged = new WeakMap<Generation, TenantCapabilities>();
  const capabilities = () => {
    const generation = latest();
    const known = merged.get(generation) ?? mergeCapabilities(generation.connections);
    merged.set(generation, known);
    return known;
  };

  const inbox: TenantInbox = {
    tenantId,
    get provider() {
      return [...new Set([...latest().connections.values()].map(({ provider }) => provider))].join('+');
    },
    get connectionId() {
      return [...latest().connections.keys()].join('+');
    },
    get connections() {
      return [...latest().connections].map(([id, { provider }]) => ({ id, provider }));
    },
    get capabilities() {
      return capabilities();
    },
    get native() {
      const [only, ...more] = latest().connections.values();
      if (only && more.length === 0) return only.inbox.native;
      throw new InboxError('A tenant of several connections has no native calls of its own', {
        code: 'unsupported',
        blame: 'caller',
        tenantId,
        hint: 'Take those of one connection: inbox.connection(id).native.',
      });
    },
    connection: (connectionId) => find(latest(), connectionId).inbox,
    supports: ((operation: Operation) => {
      const known = capabilities();
      return Object.hasOwn(known, operation) && known[operation].level !== 'none';
    }) as TenantInbox['supports'],
    budget() {
      const known = [...latest().connections.values()].flatMap(({ inbox: one }) => one.budget() ?? []);
      return known.toSorted((left, right) => left.remaining / left.limit - right.remaining / right.limit)[0];
    },
    budgets: () => Object.fromEntries([...latest().connections].map(([id, { inbox: one }]) => [id, one.budget()])),
    events: (options = {}) => followTenant(context, options),
    backfill: (options = {}) => backfillTenant(context, options),
    // The tenant's connections belong to `tenants`, which closes them.
    close: async () => {},
    [Symbol.asyncDispose]: async () => {},
    conversations: {
      list: lists.conversations,
      get: (id, options) => readAt('conversations.get', id, ({ conversations }) => conversations.get(id, options)),
      close: (id, options) => at('conversations.close', id, ({ conversations }) => conversations.close(id, options)),
      reopen: (id, options) => at('conversations.reopen', id, ({ conversations }) => conversations.reopen(id, options)),
      markRead: (id, options) =>
        at('conversations.markRead', id, ({ conversations }) => conversations.markRead(id, options)),
      assign: (id, to, options) =>
        at('conversations.assign', id, ({ conversations }) => conversations.assign(id, to, options)),
      unassign: (id, options) =>
        at('conversations.unassign', id, ({ conversations }) => conversations.unassign(id, options)),
    },
    messages: {
      list: lists.messages,
      get: (id, options) => readAt('messages.get', id, ({ messages }) => messages.get(id, options)),
      send: (id, draft, options) =>
        at('messages.send', id, ({ messages }) => messages.send(id, draft, options), 'conversationId'),
      edit: (id, change, options) => at('messages.edit', id, ({ messages }) => messages.edit(id, change, options)),
      delete: (id, options) => at('messages.delete', id, ({ messages }) => messages.delete(id, options)),
    },
    notes: {
      add: (id, note, options) => at('notes.add', id, ({ notes }) => notes.add(id, note, options), 'conversationId'),
      list: lists.notes,
    },
    channels: {
      list: lists.channels,
      get: (id, options) => readAt('channels.get', id, ({ channels }) => channels.get(id, options)),
      createWebsite: (draft, options) =>
        explained('channels.createWebsite', async () =>
          (await only('channels.createWebsite')).inbox.channels.createWebsite(draft, options),
        ),
      update: (id, patch, options) => at('channels.update', id, ({ channels }) => channels.update(id, patch, options)),
      delete: (id, options) => at('channels.delete', id, ({ channels }) => channels.delete(id, options)),
      rotateToken: (id, options) => at('channels.rotateToken', id, ({ channels }) => channels.rotateToken(id, options)),
      setAiAgent: (id, state, options) =>
        at('channels.setAiAgent', id, ({ channels }) => channels.setAiAgent(id, state, options)),
    },
    agents: {
      list: lists.agents,
      setOnline: (agent, options) =>
        explained('agents.setOnline', async () => {
          const agentId = (agent as { agentId?: string } | undefined)?.agentId;
          const open = agentId === undefined ? await only('agents.setOnline') : await route(agentId, 'agent.agentId');
          return open.inbox.agents.setOnline(agent, options);
        }),
    },
    groups: { list: lists.groups },
  };
  return Object.freeze(inbox);
}
