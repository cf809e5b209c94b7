import { type OpenInbox, openInbox, type Surroundings } from '../inbox/index.ts';
import type { CheckedConnection } from './config.ts';

/** A tenant's connections as one configuration made them. What began in it ends in it. */
export interface Generation {
  readonly connections: ReadonlyMap<string, OpenInbox & { readonly provider: string }>;
  /** For telling whether a new configuration is the same; undefined when that cannot be told. */
  readonly fingerprint: string | undefined;
  /** Nothing new begins here: keeps no connection to a vendor open once nothing is in flight, and resolves then. */
  retire(): Promise<unknown>;
}

export function createGeneration(
  tenantId: string,
  checked: readonly CheckedConnection[],
  defaults: object,
  budget: NonNullable<Surroundings['budget']>,
): Generation {
  const opened = checked.map(({ id, provider, settings }) => {
    const open = openInbox(provider, { ...defaults, ...settings, connectionId: id }, { tenantId, budget });
    return [id, { ...open, provider: provider.id }] as const;
  });
  const connections = new Map(opened);
  return {
    connections,
    fingerprint: fingerprintOf(checked),
    retire: () => Promise.all([...connections.values()].map(({ retire }) => retire())),
  };
}

/** Kept in memory only. Functions cannot be compared by what they do. */
export function fingerprintOf(checked: readonly CheckedConnection[]): string | undefined {
  let comparable = true;
  const text = JSON.stringify(
    checked.map(({ id, provider, settings }) => [id, provider.id, settings]),
    (_key, value) => {
      if (typeof value === 'function') comparable = false;
      return value;
    },
  );
  return comparable ? text : undefined;
}
