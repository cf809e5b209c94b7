import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { InboxError } from '../errors/index.ts';
import { type EventsOptions, followLog, type StreamedEvent, storeFailed } from '../events/index.ts';
import type { Budget } from '../http/index.ts';
import { type AnyProvider, type ConnectionOptions, explainAnywhere } from '../inbox/index.ts';
import { parseId } from '../model/index.ts';
import { invalidRequest, readInput } from '../provider/index.ts';
import type { Removed, Store } from '../store/index.ts';
import { checkTenantConfig, type TenantConfig } from './config.ts';
import { type Erased, eraseContact } from './erase.ts';
import { createGeneration, fingerprintOf, type Generation } from './generation.ts';
import { needsStore } from './needs-store.ts';
import { createTenantInbox, type TenantInbox } from './tenant-inbox.ts';
import { answerWebhook } from './webhooks.ts';
import { type WorkOptions, work } from './work.ts';

type ResolveTenant<P extends readonly AnyProvider[]> = (
  tenantId: string,
) => TenantConfig<P> | undefined | Promise<TenantConfig<P> | undefined>;

export interface TenantsOptions<P extends readonly AnyProvider[]> {
  /** Those that a configuration may name. */
  readonly providers: P;
  /**
   * The configuration of a tenant, or undefined when there is no such tenant; or all of them as an object. What it throws is thrown to whoever asked,
   * and asked again the next time.
   */
  readonly resolve: ResolveTenant<P> | { readonly tenants: Readonly<Record<string, TenantConfig<P>>> };
  /**
   * Where webhooks, polls and our own calls are written down. With it there are events, and lists and histories that vendors do not show. The app
   * closes it, after the tenants.
   */
  readonly store?: Store | undefined;
  /** How long a resolved configuration is used before it is asked for again, in milliseconds. Default: five minutes. */
  readonly ttlMs?: number | undefined;
  /**
   * Tenants kept at once; beyond them the one used longest ago is let go. Default 1,000. Where `work` works for more than these, it asks for their
   * configurations again and again: give at least their number.
   */
  readonly maxTenants?: number | undefined;
  /** For every connection, unless its configuration says otherwise. */
  readonly defaults?: Omit<ConnectionOptions, 'connectionId' | 'normalize'> | undefined;
}

export interface Tenants {
  /** The tenant's inbox. Rejects with `unknown-tenant` or `invalid-config`. */
  inbox(tenantId: string): Promise<TenantInbox>;
  /** The tenant's configuration changed: what begins from now on asks for it anew; what is under way ends where it began. */
  invalidate(tenantId: string): void;
  /**
   * Answers a webhook that was sent to `…/<tenant>/<connection>`, with or without a secret behind it. Never rejects. 200 says that everything in it
   * is written durably; any other status that nothing is lost by delivering it again.
   */
  webhooks(request: Request): Promise<Response>;
  /** The log of all tenants (or of one), and then what comes. At least once, in order per connection; ends without an error on abort. */
  events(options?: EventsOptions & { readonly tenantId?: string | undefined }): AsyncIterable<StreamedEvent>;
  /** Does all background work until the signal fires: see {@link WorkOptions}. Any number of processes may, on one store. */
  work(options: WorkOptions): Promise<void>;
  /** Removes a person from the store, by an id that a conversation's `contact` had. Reports what remains elsewhere. */
  erase(tenantId: string, person: { readonly contactId: string }): Promise<Erased>;
  /**
   * Removes everything that the store holds of a tenant, or of one connection of it: for a customer who leaves, also after the configuration is gone. While
   * there is one, what comes is written as before.
   */
  forget(tenantId: string, which?: { readonly connectionId?: string | undefined }): Promise<Removed>;
  /** Refuses new calls, and lets go of every connection when what is in flight has ended. */
  close(): Promise<void>;
}

const resolveTimeoutMs = 30_000;
/** How long both secrets count after a swap: whoever changes one at the vendor needs a moment. */
const overlapMs = 3_600_000;

const forgotten = z.object({ tenantId: z.string().min(1), connectionId: z.string().min(1).optional() });
const limits = z.object({ ttlMs: z.number().positive().max(2_147_483_647), maxTenants: z.int().min(1) });

/** Inboxes of many tenants, each by its own configuration. Nothing of one tenant is reachable from another. */
export function createTenants<const P extends readonly AnyProvider[]>(options: TenantsOptions<P>): Tenants {
  const { providers, resolve, store, ttlMs = 300_000, maxTenants = 1000, defaults = {} } = options;
  readInput(limits, { ttlMs, maxTenants }, 'options');
  const now = defaults.now ?? Date.now;
  let closed = false;

  // A vendor counts on, and punishes, whatever happens to our configuration.
  const budgets = new LRUCache<string, Budget>({ max: 10 * maxTenants });
  const budgetOf = (account: readonly unknown[], create: () => Budget): Budget => {
    const key = JSON.stringify(account);
    const budget = budgets.get(key) ?? create();
    budgets.set(key, budget);
    return budget;
  };
  /** All that may still have something in flight. */
  const generations = new Set<Generation>();
  const retire = (generation: Generation) => {
    void generation.retire().then(() => generations.delete(generation));
  };

  interface Entry {
    readonly inbox: TenantInbox;
    generation: Generation;
    /** Of the configuration before: its webhook secrets are believed for a while. */
    previous?: { readonly generation: Generation; readonly until: number };
  }
  const entries = new LRUCache<string, Entry>({ max: maxTenants, dispose: ({ generation }) => retire(generation) });
  const fresh = new LRUCache<string, true>({ max: maxTenants, ttl: ttlMs });
  const flights = new Map<string, Promise<Entry>>();

  const open = async (tenantId: string, isSuperseded: () => boolean): Promise<Entry> => {
    const asked = await settle(() =>
      typeof resolve === 'function' ? resolve(tenantId) : ownTenant(resolve.tenants, tenantId),
    );
    if (isSuperseded()) return current(tenantId);
    if ('error' in asked) throw resolveFailed(asked.error);
    const config = asked.value;
    if (config === undefined) throw unknownTenant(tenantId);
    const checked = checkTenantConfig(tenantId, providers, config);
    const before = entries.get(tenantId);
    const { fingerprint } = before?.generation ?? {};
    if (before && fingerprint !== undefined && fingerprint === fingerprintOf(checked)) return before;
    const budget = (account: readonly unknown[], create: () => Budget) => budgetOf([tenantId, ...account], create);
    const generation = createGeneration(checked, { tenantId, defaults, budget, store });
    generations.add(generation);
    if (!before) return { generation, inbox: createInbox(tenantId, generation) };
    retire(before.generation);
    // Only a change of webhooks begins an overlap: credentials that are a function look changed whenever they are asked for.
    if (webhooksOf(before.generation) !== webhooksOf(generation))
      before.previous = { generation: before.generation, until: now() + overlapMs };
    before.generation = generation;
    return before;
  };

  /** One flight per tenant: a stampede asks once. A failure is nobody's but those who waited for it. */
  const current = (tenantId: string): Promise<Entry> => {
    if (closed) return Promise.reject(isClosed(tenantId));
    const known = fresh.has(tenantId) ? entries.get(tenantId) : undefined;
    if (known) return Promise.resolve(known);
    const flight = flights.get(tenantId);
    if (flight) return flight;
    const isMine = () => flights.get(tenantId) === started;
    // Invalidated meanwhile, its answer may be the old configuration: those who wait for it get the next one's.
    const started: Promise<Entry> = Promise.resolve()
      .then(() => open(tenantId, () => !isMine()))
      .then((entry) => {
        if (isMine()) {
          fresh.set(tenantId, true);
          if (entries.get(tenantId) !== entry) entries.set(tenantId, entry);
        }
        return entry;
      })
      .finally(() => {
        if (isMine()) flights.delete(tenantId);
      });
    flights.set(tenantId, started);
    return started;
  };

  /** Undefined: a tenant that is there no more, of whom the store may still hold something. */
  const connectionsOf = async (tenantId: string) => {
    try {
      return (await current(tenantId)).generation.connections;
    } catch (error) {
      if (InboxError.isInstance(error) && error.code === 'unknown-tenant') return undefined;
      throw error;
    }
  };

  const createInbox = (tenantId: string, first: Generation): TenantInbox => {
    let last = first;
    return createTenantInbox({
      tenantId,
      store,
      latest: () => entries.peek(tenantId)?.generation ?? last,
      explain: (error) => explainAnywhere(error).with({ tenantId }),
      async current() {
        last = (await current(tenantId)).generation;
        return last;
      },
    });
  };

  return {
    async inbox(tenantId) {
      if (typeof tenantId !== 'string' || tenantId === '') throw unknownTenant(undefined);
      try {
        return (await current(tenantId)).inbox;
      } catch (error) {
        throw InboxError.isInstance(error) ? error.with({ tenantId }) : error;
      }
    },
    invalidate(tenantId) {
      fresh.delete(tenantId);
      flights.delete(tenantId);
    },
    webhooks: (request) =>
      answerWebhook(request, {
        async find(tenantId, connectionId) {
          const { generation, previous } = await current(tenantId);
          const overlap = previous && previous.until > now() ? [previous.generation] : [];
          return [generation, ...overlap].flatMap(({ connections }) => connections.get(connectionId) ?? []);
        },
      }),
    events: ({ tenantId, ...rest } = {}) => followLog(demandStore(store, 'tenants.events'), { tenantId }, rest),
    async work({ signal, tenantIds }) {
      const ids = tenantIds ?? (typeof resolve === 'function' ? undefined : () => Object.keys(resolve.tenants));
      if (!ids)
        throw invalidRequest('tenantIds is needed: `resolve` is a function, which does not say for whom to work');
      const context = {
        store: demandStore(store, 'tenants.work'),
        tenantIds: ids,
        connections: async (tenantId: string) => (await current(tenantId)).generation.connections,
      };
      await work(context, signal);
    },
    async erase(tenantId, person) {
      const kept = demandStore(store, 'tenants.erase');
      const { connectionId } = parseId(person?.contactId, 'contactId');
      const connections = await connectionsOf(tenantId);
      return eraseContact(kept, tenantId, person.contactId, connections?.get(connectionId)?.declared.name, now());
    },
    async forget(tenantId, { connectionId } = {}) {
      const kept = demandStore(store, 'tenants.forget');
      readInput(forgotten, { tenantId, connectionId }, 'forget');
      try {
        return await kept.forget(tenantId, connectionId);
      } catch (error) {
        throw storeFailed(error);
      }
    },
    async close() {
      closed = true;
      // One that is still being resolved opens nothing any more.
      flights.clear();
      const open = [...generations].flatMap(({ connections }) => [...connections.values()]);
      entries.clear();
      await Promise.all(open.map(({ inbox }) => inbox.close()));
    },
  };
}

function webhooksOf({ connections }: Generation): string {
  return JSON.stringify([...connections].map(([id, { provider, config }]) => [id, provider, config.webhook]));
}

function demandStore(store: Store | undefined, operation: string): Store {
  if (store) return store;
  throw needsStore(operation);
}

/** Also for what throws at once, and for what never ends. */
async function settle<T>(work: () => T | Promise<T>): Promise<{ readonly value: T } | { readonly error: unknown }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it did not answer in time')), resolveTimeoutMs);
  });
  try {
    return { value: await Promise.race([Promise.resolve().then(work), late]) };
  } catch (error) {
    return { error };
  } finally {
    clearTimeout(timer);
  }
}

/** What the app's own function threw is the app's to read. */
function resolveFailed(cause: unknown): InboxError {
  return new InboxError('The function that resolves tenants failed', {
    code: 'invalid-config',
    blame: 'caller',
    hint: 'See `cause`: it is what your `resolve` threw.',
    cause,
  });
}

function ownTenant<T>(tenants: Readonly<Record<string, T>>, tenantId: string): T | undefined {
  return Object.hasOwn(tenants, tenantId) ? tenants[tenantId] : undefined;
}

function unknownTenant(tenantId: string | undefined): InboxError {
  return new InboxError('There is no such tenant', { code: 'unknown-tenant', blame: 'caller', tenantId });
}

function isClosed(tenantId: string): InboxError {
  return new InboxError('These tenants are closed', {
    code: 'invalid-request',
    blame: 'caller',
    tenantId,
    outcome: 'not-sent',
  });
}
