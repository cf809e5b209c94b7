import * as z from 'zod';
import { type Budget, createBudget, createHttpClient, type HttpOptions } from '../http/index.ts';
import type { Agent, Channel, Conversation, Group, Message, Note } from '../model/index.ts';
import type {
  AllHandlers,
  EventHandlers,
  NativeEvent,
  Normalize,
  Operation,
  Provider,
  WebhookReading,
} from '../provider/index.ts';
import type { Store } from '../store/index.ts';
import { createChannels, prepareChannels } from './channels.ts';
import { checkHandlers } from './check-handlers.ts';
import { type Connection, createConnection } from './connection.ts';
import { createConversations, prepareConversations } from './conversations.ts';
import { createDriftReporter } from './drift.ts';
import { effectiveCapabilities } from './effective-capabilities.ts';
import type { Inbox, InboxFor } from './inbox.ts';
import { invalidConfig } from './invalid-config.ts';
import { keptHandlers, readerOf, recorder } from './kept.ts';
import { createMessages, prepareMessages } from './messages.ts';
import { createMirrorHandlers } from './mirror-handlers.ts';
import { bindNative, bindNativeLazily, type NativeApi } from './native-api.ts';
import type { PreparedList } from './native-listing.ts';
import { createNotes, prepareNotes } from './notes.ts';
import { createAgents, createGroups, prepareAgents, prepareGroups } from './people.ts';
import { type CredentialsSource, configIssues, createSession } from './session.ts';

/** Any provider: what an app holds that reads the provider from configuration. */
export type AnyProvider = Provider;

export interface ConnectionOptions extends HttpOptions {
  /** Stands before the `:` in every id. Two connections of one app need two. Default: the provider's id. */
  readonly connectionId?: string | undefined;
  /** Corrections of the provider's mapping, per entity and field. */
  readonly normalize?: Normalize | undefined;
  /** Milliseconds since the epoch; for tests: everything then goes by it. Default: the system's clocks. */
  readonly now?: (() => number) | undefined;
}

/**
 * The provider's configuration and the options every connection has. `credentials` may be a function: it is asked at each request, and once more
 * when the vendor refuses what it gave.
 */
export type InboxOptions<P extends AnyProvider> = {
  readonly credentials: CredentialsSource<z.input<P['config']>['credentials']>;
} & OptionsOf<z.input<P['config']>['options']> &
  ConnectionOptions;

type OptionsOf<T> = undefined extends T ? { readonly options?: T } : { readonly options: T };

/** The inbox of one provider, typed by its declaration. */
export type InboxOf<P extends AnyProvider> =
  P extends Provider<string, infer _Schema, infer C, infer N> ? InboxFor<C, NativeApi<N>> : never;

/** Node's timers take no more. */
const milliseconds = z.number().positive().max(2_147_483_647).optional();

const connectionOptions = z.strictObject({
  connectionId: z.string().min(1, 'must not be empty').max(200, 'must not be longer than 200 characters').optional(),
  normalize: z
    .custom<Normalize>((value) => typeof value === 'object' && value !== null, 'must be an object')
    .optional(),
  now: z.custom<() => number>((value) => typeof value === 'function', 'must be a function').optional(),
  timeoutMs: milliseconds,
  deadlineMs: milliseconds,
  maxAttempts: z.int().min(1).max(20).optional(),
  maxBodyBytes: z.int().min(1).optional(),
  maxConcurrent: z.int().min(1).optional(),
  maxWaiting: z.int().min(0).optional(),
});

/**
 * The inbox of one connection. Makes no request. Throws `invalid-config`, naming every wrong field and no value.
 */
export function createInbox<P extends AnyProvider>(provider: P, options: InboxOptions<P>): InboxOf<P> {
  return openInbox(provider, options).inbox as unknown as InboxOf<P>;
}

/** An inbox and what a tenant's inbox needs of it besides. */
export interface OpenInbox {
  readonly inbox: Inbox;
  readonly lists: {
    readonly conversations: (input: unknown) => PreparedList<Conversation>;
    readonly messages: (conversationId: unknown, input: unknown) => PreparedList<Message>;
    readonly notes: (conversationId: unknown, input: unknown) => PreparedList<Note>;
    readonly channels: (input: unknown) => PreparedList<Channel>;
    readonly agents: (input: unknown) => PreparedList<Agent>;
    readonly groups: (input: unknown) => PreparedList<Group>;
  };
  readonly retire: () => Promise<unknown>;
  /** The vendor alone, without the mirror: what polls and looks things up. Without a store it is the inbox itself. */
  readonly live: Inbox;
  /** What the provider alone knows of its vendor's events. Inside of `run`: before that it may not be connected. */
  readonly events: () => EventHandlers;
  /** Reads a webhook's body, as far as it can be read; undefined for a vendor without webhooks. */
  readonly readWebhook: ((body: unknown) => Promise<WebhookReading | undefined>) | undefined;
  readonly run: Connection['run'];
}

/** Everything that is wrong with a connection's configuration. */
export function connectionIssues(provider: AnyProvider, given: unknown): readonly z.core.$ZodIssue[] {
  const { credentials, options = {}, ...rest } = { ...(given as object) } as Record<string, unknown>;
  return [...configIssues(provider, credentials, options), ...(connectionOptions.safeParse(rest).error?.issues ?? [])];
}

/** Out here because budgets outlive their connection: a clock made inside it would keep the whole connection in memory. */
const monotonic = () => performance.now();

/** What a connection shares with others of its tenant, before and after it. */
export interface Surroundings {
  readonly tenantId?: string;
  /** The request budget of an account, which a change of configuration must not reset. */
  budget?(account: readonly unknown[], create: () => Budget): Budget;
  /** What serves the mirror, and where our own writes are written down. */
  readonly kept?: { readonly store: Store; record(events: readonly NativeEvent[]): Promise<unknown> };
}

export function openInbox(provider: AnyProvider, given: unknown, surroundings: Surroundings = {}): OpenInbox {
  const { tenantId } = surroundings;
  const issues = connectionIssues(provider, given);
  if (issues.length > 0) throw invalidConfig(provider.id, issues);
  const { credentials, options: providerOptions, ...rest } = { ...(given as object) } as Record<string, unknown>;
  const options = providerOptions ?? {};
  const parsed = connectionOptions.parse(rest);
  const { connectionId = provider.id, normalize = {}, now = Date.now, ...httpOptions } = parsed;
  const reportDrift = createDriftReporter(provider.id, connectionId);
  const { transport, capabilities: declared } = provider;
  const { kept } = surroundings;
  const connect = (config: z.output<AnyProvider['config']>) => {
    const connected = provider.connect({ config, normalize, reportDrift, now });
    checkHandlers(provider.id, declared, connected.handlers);
    return connected;
  };
  const session = createSession({ provider, source: credentials, options, connect });
  const config = { options: provider.config.shape.options.parse(options) };
  const baseUrl = transport.baseUrl(config);
  const limits = typeof transport.limits === 'function' ? transport.limits(config) : transport.limits;
  const elapsed = parsed.now ?? monotonic;
  const http = createHttpClient({
    tenantId,
    provider: provider.id,
    connectionId,
    baseUrl,
    limits,
    budget: surroundings.budget?.([provider.id, connectionId, baseUrl, limits], () => createBudget(limits, elapsed)),
    transport,
    now,
    elapsed,
    credentials: session.headers,
    renewable: session.renewable,
    ...httpOptions,
  });
  const views = { live: effectiveCapabilities(declared, false), kept: effectiveCapabilities(declared, true) };
  const connection = createConnection({
    tenantId,
    provider: provider.id,
    providerName: provider.name,
    connectionId,
    capabilities: views.live,
    http,
    now,
    open: session.open,
  });
  const { connected } = session;
  const native =
    typeof credentials === 'function'
      ? bindNativeLazily(() => connected().native, connection.run)
      : bindNative(connected().native, connection.run);
  // Every method asks the declaration before it reaches for a handler.
  const vendor = () => connected().handlers as AllHandlers;
  const live = createView(connection, vendor, native);
  const scope = { tenantId: tenantId ?? '', connectionId };
  const view = kept
    ? createView(
        connection.withCapabilities(views.kept),
        keptHandlers(vendor, views.kept, createMirrorHandlers(kept.store, scope), recorder(kept, scope, now)),
        native,
      )
    : live;
  const context = { normalize, reportDrift, now };
  return {
    ...view,
    retire: connection.retire,
    live: live.inbox,
    events: () => connected().events ?? {},
    readWebhook:
      provider.webhooks &&
      readerOf(provider.webhooks, async () => {
        await session.open(undefined);
        return { ...context, config: session.config() };
      }),
    run: connection.run,
  };
}

/** The methods of an inbox over one set of handlers. */
function createView(
  connection: Connection,
  handlers: () => AllHandlers,
  native: unknown,
): Pick<OpenInbox, 'inbox' | 'lists'> {
  const { provider, connectionId, capabilities } = connection;
  const inbox = {
    provider,
    connectionId,
    capabilities,
    conversations: Object.freeze(createConversations(connection, () => handlers().conversations)),
    messages: Object.freeze(createMessages(connection, () => handlers().messages)),
    notes: Object.freeze(createNotes(connection, () => handlers().notes)),
    channels: Object.freeze(createChannels(connection, () => handlers().channels)),
    agents: Object.freeze(createAgents(connection, () => handlers().agents)),
    groups: Object.freeze(createGroups(connection, () => handlers().groups)),
    native,
    supports: (operation: Operation) =>
      Object.hasOwn(capabilities, operation) && capabilities[operation].level !== 'none',
    budget: () => connection.http.budget(),
    close: () => connection.close(),
    [Symbol.asyncDispose]: () => connection.close(),
  };
  return {
    inbox: Object.freeze(inbox) as unknown as Inbox,
    lists: {
      conversations: (input) => prepareConversations(connection, () => handlers().conversations, input),
      messages: (id, input) => prepareMessages(connection, () => handlers().messages, id, input),
      notes: (id, input) => prepareNotes(connection, () => handlers().notes, id, input),
      channels: (input) => prepareChannels(connection, () => handlers().channels, input),
      agents: (input) => prepareAgents(connection, () => handlers().agents, input),
      groups: (input) => prepareGroups(connection, () => handlers().groups, input),
    },
  };
}
