import { setMaxListeners } from 'node:events';
import { lookUp, type PollContext, pollOnce, readHinted, toldUntil } from '../events/index.ts';
import { sleep } from '../http/index.ts';
import type { Hint } from '../provider/index.ts';
import type { Store } from '../store/index.ts';
import type { TenantConnection } from './generation.ts';
import { createPace, type Pace } from './pace.ts';

export interface Job {
  readonly store: Store;
  readonly owner: string;
  /** Of the lease. */
  readonly name: string;
  /** The connection as it is configured now; undefined when it is gone. */
  find(): Promise<TenantConnection | undefined>;
}

/** A process that is gone is replaced after this long; one that is alive renews its lease three times meanwhile. */
const leaseMs = 15_000;
/** How often it is seen whether there is something to do for a connection that needed nothing. */
const idleMs = 30_000;
const expireEveryMs = 3_600_000;
const expireAtOnce = 1000;

/** Works for one connection until the signal fires or the connection is gone. Never rejects. */
export async function workConnection({ store, owner, name, find }: Job, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const holds = await store.lease(name, owner, leaseMs).catch(() => false);
    if (!holds) {
      await pause(leaseMs / 3, signal);
      continue;
    }
    const term = new AbortController();
    setMaxListeners(0, term.signal);
    const stop = () => term.abort();
    signal.addEventListener('abort', stop, { once: true });
    const renewing = renew(store, name, owner, term);
    const next = await serve(find, term.signal).catch((): Next => 'again');
    stop();
    signal.removeEventListener('abort', stop);
    await renewing;
    await store.release(name, owner).catch(() => undefined);
    if (next === 'gone') return;
    await pause(1000, signal);
    if (next === 'idle' && !(await untilNeeded(find, signal))) return;
  }
}

/** Of a vendor that tells everything by webhooks there is nothing to lease. False when the connection is gone. */
async function untilNeeded(find: Job['find'], signal: AbortSignal): Promise<boolean> {
  let vendor: string | undefined;
  while (!signal.aborted) {
    try {
      const connection = await find();
      if (!connection) return false;
      vendor ??= connection.declared.id;
      if (hasRounds(connection) || connection.declared.id !== vendor) return true;
    } catch {
      // Its configuration cannot be had now.
    }
    await pause(idleMs, signal);
  }
  return true;
}

/** Whether there is anything to do for it but to hold its stream open. */
function hasRounds({ config: { polling, keepFor }, declared }: TenantConnection): boolean {
  return (polling !== false && declared.polling !== undefined) || keepFor !== undefined;
}

async function renew(store: Store, name: string, owner: string, term: AbortController): Promise<void> {
  while (!term.signal.aborted) {
    await pause(leaseMs / 3, term.signal);
    if (term.signal.aborted) return;
    // Without the lease somebody else may be at it: two at once do no harm, but cost twice the requests.
    if (!(await store.lease(name, owner, leaseMs).catch(() => false))) term.abort();
  }
}

type Next = 'gone' | 'again' | 'idle';

/** Resolves when there is no such connection any more, when it has to be begun anew, and when there is nothing to do for it. */
async function serve(find: Job['find'], signal: AbortSignal): Promise<Next> {
  const first = await find();
  if (!first) return 'gone';
  const pace = createPace(first);
  const ending = new AbortController();
  const open = AbortSignal.any([signal, ending.signal]);
  setMaxListeners(0, open);
  let streams = true;
  const streaming = stream(first, find, pace, open).then(() => {
    streams = false;
    if (!hasRounds(first)) pace.pollNow();
  });
  try {
    for (let expireAt = 0; !signal.aborted; await pace.wait(signal)) {
      const connection = await find();
      if (!connection) return 'gone';
      // Another vendor, account or pace: what is open belongs to the one before.
      if (connection.fingerprint !== first.fingerprint) return 'again';
      if (!streams && !hasRounds(connection)) return 'idle';
      if (!connection.kept) continue;
      if (pace.allows(connection)) pace.found(await pollOnce(connection.kept, signal).catch(() => 0));
      if (connection.kept.now() >= expireAt && (await expire(connection).catch(() => true)))
        expireAt = connection.kept.now() + expireEveryMs;
    }
    return 'again';
  } finally {
    ending.abort();
    await streaming;
  }
}

/** True when there is nothing more to remove for now. */
async function expire({ config: { keepFor }, kept }: TenantConnection): Promise<boolean> {
  if (keepFor === undefined || !kept) return true;
  const before = new Date(kept.now() - keepFor).toISOString();
  const { records, events } = await kept.store.expire(kept.scope, before, expireAtOnce);
  return records < expireAtOnce && events < expireAtOnce;
}

const firstWaitMs = 1000;
const longestWaitMs = 60_000;

/**
 * Holds the vendor's stream open, where it has one. After every opening, and for everything that it cannot tell, a round of polling fills the gap.
 * Never rejects.
 */
async function stream(first: TenantConnection, find: Job['find'], pace: Pace, signal: AbortSignal): Promise<void> {
  let waitMs = firstWaitMs;
  let connection: TenantConnection | undefined = first;
  while (!signal.aborted && connection) {
    const opened = await openStream(connection, pace, signal, () => {
      waitMs = firstWaitMs;
    });
    if (!opened) return;
    await pause(waitMs, signal);
    waitMs = Math.min(2 * waitMs, longestWaitMs);
    // What cannot be had now is tried again with what there was.
    connection = await find().catch((): TenantConnection | undefined => connection);
  }
}

/** Resolves when the stream has ended, or could not be opened: with false where there is none. */
async function openStream(
  { kept, run, events }: TenantConnection,
  pace: Pace,
  signal: AbortSignal,
  onOpened: () => void,
): Promise<boolean> {
  if (!kept) return false;
  const sink = {
    signal,
    opened() {
      onOpened();
      pace.pollNow();
    },
    changed: (hint: Hint) => void follow(hint, kept, pace, signal),
  };
  try {
    return await run('events.stream.get', { signal }, async (call) => {
      const open = events().stream;
      await open?.(sink, call);
      return open !== undefined;
    });
  } catch {
    return true;
  }
}

/** What the stream says is never written, only looked at: that something is called a customer's message does not make it one. */
async function follow(hint: Hint, kept: PollContext, pace: Pace, signal: AbortSignal): Promise<void> {
  if ('conversations' in hint) return pace.pollNow();
  try {
    const conversation = await readHinted(hint, kept, signal);
    if (!conversation) return;
    const events = await lookUp(conversation, kept, { signal, since: await toldUntil(kept) });
    await kept.journal.record(events, 'hub');
  } catch {
    pace.pollNow();
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, signal).catch(() => undefined);
}
