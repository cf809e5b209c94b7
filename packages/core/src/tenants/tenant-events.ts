import { type EventsOptions, followLog, type StreamedEvent } from '../events/index.ts';
import { type BackfillOptions, type BackfillProgress, backfill } from './backfill.ts';
import { needsStore } from './needs-store.ts';
import type { TenantContext } from './tenant-inbox.ts';

/** The events of all connections that the tenant ever had. */
export async function* followTenant(
  { tenantId, store, explain }: TenantContext,
  options: EventsOptions,
): AsyncGenerator<StreamedEvent, void, undefined> {
  if (!store) throw explain(needsStore('events'));
  yield* followLog(store, { tenantId }, options);
}

/** One connection after the other; those whose vendor shows no past are passed over. What fails for one is thrown when the others are done. */
export async function* backfillTenant(
  { store, current, explain }: TenantContext,
  options: BackfillOptions,
): AsyncGenerator<BackfillProgress, void, undefined> {
  if (!store) throw explain(needsStore('backfill'));
  const failures: unknown[] = [];
  try {
    for (const { kept, live } of (await current()).connections.values()) {
      if (!kept || !live.supports('conversations.list')) continue;
      try {
        yield* backfill(kept, options);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  } catch (error) {
    throw explain(error);
  }
}
