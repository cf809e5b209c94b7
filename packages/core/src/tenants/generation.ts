import { createJournal, pollOnce, type ReceiveContext, shareRounds } from '../events/index.ts';
import { type AnyProvider, type OpenInbox, openInbox, type Surroundings } from '../inbox/index.ts';
import type { Store } from '../store/index.ts';
import type { CheckedConnection } from './config.ts';
import type { EventsConfig } from './events-config.ts';

export interface TenantConnection extends OpenInbox {
  /** The provider's id. */
  readonly provider: string;
  readonly declared: AnyProvider;
  readonly config: EventsConfig;
  /** With a store: where what happens is written down. */
  readonly kept: ReceiveContext | undefined;
  /** Another one when anything of the configuration is, as far as that can be told: of a function only that it is one. In memory only. */
  readonly fingerprint: string;
}

/** A tenant's connections as one configuration made them. What began in it ends in it. */
export interface Generation {
  readonly connections: ReadonlyMap<string, TenantConnection>;
  /** For telling whether a new configuration is the same; undefined when that cannot be told. */
  readonly fingerprint: string | undefined;
  /** Nothing new begins here: keeps no connection to a vendor open once nothing is in flight, and resolves then. */
  retire(): Promise<unknown>;
}

export interface GenerationContext {
  readonly tenantId: string;
  readonly defaults: { readonly now?: (() => number) | undefined };
  readonly budget: NonNullable<Surroundings['budget']>;
  readonly store: Store | undefined;
}

export function createGeneration(checked: readonly CheckedConnection[], context: GenerationContext): Generation {
  const connections = new Map(checked.map((connection) => [connection.id, openConnection(connection, context)]));
  return {
    connections,
    fingerprint: fingerprintOf(checked),
    retire: () => Promise.all([...connections.values()].map(({ retire }) => retire())),
  };
}

function openConnection(
  { id: connectionId, provider, settings, events: config }: CheckedConnection,
  { tenantId, defaults, budget, store }: GenerationContext,
): TenantConnection {
  const scope = { tenantId, connectionId };
  const now = defaults.now ?? Date.now;
  const journal = store && createJournal({ store, ...scope, provider: provider.id, now, keepForMs: config.keepFor });
  const open = openInbox(
    provider,
    { ...defaults, ...settings, connectionId },
    {
      tenantId,
      budget,
      ...(store && journal && { kept: { store, record: (events) => journal.record(events, 'send') } }),
    },
  );
  const polled = store && journal && { open, store, scope, journal, now };
  const kept = polled && {
    ...polled,
    pollSoon: shareRounds(() => pollOnce(polled, AbortSignal.timeout(pollTimeoutMs))),
  };
  const fingerprint = JSON.stringify([provider.id, settings, config], (_key, value) =>
    typeof value === 'function' ? 'a function' : value,
  );
  return { ...open, provider: provider.id, declared: provider, config, kept, fingerprint };
}

/** A round that somebody waits for. */
const pollTimeoutMs = 10_000;

/** Kept in memory only. Functions cannot be compared by what they do. */
export function fingerprintOf(checked: readonly CheckedConnection[]): string | undefined {
  let comparable = true;
  const text = JSON.stringify(
    checked.map(({ id, provider, settings, events }) => [id, provider.id, settings, events]),
    (_key, value) => {
      if (typeof value === 'function') comparable = false;
      return value;
    },
  );
  return comparable ? text : undefined;
}
