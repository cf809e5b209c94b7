import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { InboxError } from '../errors/index.ts';
import { aborted, sleep } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import type { TenantConnection } from './generation.ts';
import { inParallel } from './in-parallel.ts';
import { workConnection } from './work-connection.ts';

export interface WorkOptions {
  /** Ends the work: resolves when what is under way has ended and the leases are given back. */
  readonly signal: AbortSignal;
  /** The tenants to work for. Default: those of `resolve`, where that is an object. Asked again every minute. */
  readonly tenantIds?: (() => Iterable<string> | Promise<Iterable<string>>) | undefined;
}

export interface WorkContext {
  readonly store: Store;
  readonly tenantIds: () => Iterable<string> | Promise<Iterable<string>>;
  /** The tenant's connections of the moment. */
  connections(tenantId: string): Promise<ReadonlyMap<string, TenantConnection>>;
}

const lookAgainMs = 60_000;
/** Configurations that are asked for at once: one that is slow to come holds up few others. */
const atOnce = 8;

/**
 * Polls, holds streams open and clears away what is too old, for every connection of these tenants, until the signal fires. Any number of processes may
 * do it at once: a lease in the store gives each connection to one of them, and to another soon after that one is gone. What fails for one connection
 * is tried again later, and holds up no other.
 */
export async function work({ store, tenantIds, connections }: WorkContext, stop: AbortSignal): Promise<void> {
  const { signal, release } = ownSignal(stop);
  const owner = randomUUID();
  const running = new Map<string, Promise<void>>();
  let wanted: ReadonlySet<string> = new Set();
  const start = (tenantId: string, connectionId: string) => {
    const key = JSON.stringify([tenantId, connectionId]);
    if (running.has(key)) return;
    const find = async () => {
      if (!wanted.has(tenantId)) return undefined;
      try {
        return (await orAborted(() => connections(tenantId), signal)).get(connectionId);
      } catch (error) {
        if (InboxError.isInstance(error) && error.code === 'unknown-tenant') return undefined;
        throw error;
      }
    };
    const job = workConnection({ store, owner, name: key, find }, signal).finally(() => running.delete(key));
    running.set(key, job);
  };
  while (!signal.aborted) {
    // A list that cannot be had now is asked for again: what is known already is worked on meanwhile.
    wanted = new Set(await settled(() => orAborted(tenantIds, signal), wanted));
    await inParallel([...wanted], atOnce, async (tenantId) => {
      const known = await settled(
        () => orAborted(() => connections(tenantId), signal),
        new Map<string, TenantConnection>(),
      );
      for (const connectionId of known.keys()) if (!signal.aborted) start(tenantId, connectionId);
    });
    await sleep(lookAgainMs, signal).catch(() => undefined);
  }
  await Promise.all(running.values());
  release();
}

/** Many listen to it, which node takes for a leak of whoever made the signal. */
function ownSignal(signal: AbortSignal) {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const stop = () => controller.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return { signal: controller.signal, release: () => signal.removeEventListener('abort', stop) };
}

/** What the app is asked for may never come: the end does not wait for it. */
async function orAborted<T>(ask: () => T | Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw aborted(signal);
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(aborted(signal));
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([ask(), left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

async function settled<T>(ask: () => T | Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask();
  } catch {
    return otherwise;
  }
}
