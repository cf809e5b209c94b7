import { advance, type PreparedList, type ReadState, take } from '../inbox/index.ts';
import type { ConnectionFailure } from '../model/index.ts';
import { inParallel } from './in-parallel.ts';

/** One connection's part of a merged list. */
export interface Lane<T> {
  readonly connectionId: string;
  readonly list: PreparedList<T>;
  readonly state: ReadState<T>;
  /** The time of the item handed out last: a vendor's own order is trusted where its items have no time. */
  readonly last: number;
  readonly failed: boolean;
}

export interface MergeOptions<T> {
  readonly limit: number;
  /** Milliseconds since the epoch, newest first. Absent: one connection after the other. */
  readonly time?: ((item: T) => number | undefined) | undefined;
  /** A connection that fails fails the page. */
  readonly strict: boolean;
  readonly signal: AbortSignal | undefined;
}

export interface MergedPage<T> {
  readonly items: readonly T[];
  readonly lanes: readonly Lane<T>[];
  readonly failures: readonly ConnectionFailure[];
}

const atOnce = 8;

/**
 * One page of a merged list: each connection's own order is kept, and among the next items of all the newest comes first. No connection is asked for
 * a page before everything it gave is handed out.
 */
export async function mergePage<T>(start: readonly Lane<T>[], options: MergeOptions<T>): Promise<MergedPage<T>> {
  const { limit, time, signal } = options;
  const lanes = [...start];
  const failures: ConnectionFailure[] = [];
  const items: T[] = [];

  // What a page took from a lane is noted in one go: noting it item by item costs more than everything else.
  const handedOut: number[] = [];
  const settle = (index: number): Lane<T> => {
    const lane = lanes[index] as Lane<T>;
    const count = handedOut[index] ?? 0;
    handedOut[index] = 0;
    const before = { ...lane.state, offset: lane.state.offset - count };
    return count === 0 ? lane : { ...lane, state: take(lane.list.source, before, count) };
  };

  const fill = async (index: number) => {
    const lane = settle(index);
    try {
      const state = await advance(lane.list.source, lane.state, limit, signal);
      // A vendor that only repeats itself, or answers one empty page after the other, has ended.
      lanes[index] = { ...lane, state: isUsedUp(state) ? { ...state, next: undefined } : state };
    } catch (problem) {
      const error = lane.list.explain(problem);
      if (options.strict || error.code === 'aborted') throw error;
      failures.push({ connectionId: lane.connectionId, error });
      lanes[index] = { ...lane, failed: true };
    }
  };

  while (items.length < limit) {
    const open = lanes.flatMap((lane, index) => (lane.failed || isAtEnd(lane.state) ? [] : [index]));
    const wanted = (time ? open : open.slice(0, 1)).filter((index) => isUsedUp((lanes[index] as Lane<T>).state));
    if (wanted.length > 0) await inParallel(wanted, atOnce, fill);
    const index = newest(lanes, time);
    if (index === undefined) {
      if (wanted.length > 0) continue;
      break;
    }
    const lane = lanes[index] as Lane<T>;
    items.push(lane.state.items[lane.state.offset] as T);
    lanes[index] = { ...lane, last: timeOf(lane, time), state: { ...lane.state, offset: lane.state.offset + 1 } };
    handedOut[index] = (handedOut[index] ?? 0) + 1;
  }
  return { items, lanes: lanes.map((_, index) => settle(index)), failures };
}

export function isAtEnd<T>({ items, offset, next }: ReadState<T>): boolean {
  return offset === items.length && next === undefined;
}

function isUsedUp<T>({ items, offset }: ReadState<T>): boolean {
  return offset === items.length;
}

function newest<T>(lanes: readonly Lane<T>[], time: MergeOptions<T>['time']): number | undefined {
  let best: number | undefined;
  for (const [index, lane] of lanes.entries()) {
    if (isUsedUp(lane.state)) continue;
    if (best === undefined || timeOf(lane, time) > timeOf(lanes[best] as Lane<T>, time)) best = index;
    if (!time) break;
  }
  return best;
}

/**
 * Never later than the item before it: what the vendor put behind stays behind. An item without a time stands where its neighbours stand: with the
 * next one of its page that has one, else with the one before.
 */
function timeOf<T>({ state, last }: Lane<T>, time: MergeOptions<T>['time']): number {
  let own: number | undefined;
  for (let index = state.offset; time && own === undefined && index < state.items.length; index++)
    own = time(state.items[index] as T);
  if (own !== undefined) return Math.min(last, own);
  return last === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : last;
}
