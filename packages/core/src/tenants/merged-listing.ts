import type { InboxError } from '../errors/index.ts';
import { createListing, type PreparedList, placeOf, type Step, signalOf } from '../inbox/index.ts';
import type { ConnectionFailure, Listing, ListOptions, Page } from '../model/index.ts';
import { isAtEnd, type Lane, mergePage } from './merge.ts';
import { decodeMergedCursor, encodeMergedCursor } from './merged-cursor.ts';

/** One connection's part, not prepared yet: preparing throws when the connection cannot do what is asked. */
export interface LaneSource<T> {
  readonly connectionId: string;
  /** False: the connection has no such list at all. It is named in `failures`, and is no reason to throw while others have one. */
  readonly supported: boolean;
  prepare(): PreparedList<T>;
}

export interface MergedList<T> {
  readonly options: ListOptions & { readonly strict?: boolean | undefined };
  /** What decides the list, connections aside: a cursor is bound to it. */
  readonly binding: unknown;
  /** Every connection of the tenant, those too that have nothing to give. */
  readonly connectionIds: readonly string[];
  readonly lanes: readonly LaneSource<T>[];
  readonly time?: ((item: T) => number | undefined) | undefined;
}

interface MergedState<T> {
  readonly lanes: readonly Lane<T>[];
}

const defaultLimit = 50;

/** A list of several connections. `prepare` finds the connections of the moment: a listing ends in the configuration that it began in. */
export function createMergedListing<T extends { readonly id: string }>(
  input: unknown,
  explain: (error: unknown) => InboxError,
  prepare: () => Promise<MergedList<T>>,
): Listing<T> {
  return createListing<T, MergedState<T>>({
    signal: signalOf(input),
    explain,
    async prepare() {
      const { options, binding, connectionIds, lanes: sources, time } = await prepare();
      const bound = JSON.stringify(binding);
      const failures: ConnectionFailure[] = [];
      const gaps = new Set(sources.flatMap(({ connectionId, supported }) => (supported ? [] : [connectionId])));

      const begin = (): { lanes: Lane<T>[]; failures: ConnectionFailure[] } => {
        const { cursor } = options;
        const places = cursor === undefined ? undefined : decodeMergedCursor(bound, cursor, connectionIds);
        const refused: ConnectionFailure[] = [];
        const lanes = sources.flatMap(({ connectionId, prepare: prepareLane }) => {
          if (places?.[connectionId] === null) return [];
          try {
            const list = prepareLane();
            const state = list.begin(places?.[connectionId] ?? undefined);
            return [{ connectionId, list, state, last: Number.POSITIVE_INFINITY, failed: false }];
          } catch (error) {
            const failure = { connectionId, error: explain(error) };
            if ((options.strict && !gaps.has(connectionId)) || failure.error.code === 'invalid-request')
              throw failure.error;
            refused.push(failure);
            return [];
          }
        });
        return { lanes, failures: refused };
      };

      const read = async (
        state: MergedState<T> | undefined,
        signal: AbortSignal | undefined,
      ): Promise<Step<T, MergedState<T>>> => {
        const start = state ? { lanes: state.lanes, failures: [] } : begin();
        const { limit = defaultLimit, strict = false } = options;
        const merged = await mergePage(start.lanes, { limit, strict, signal, time });
        const failed = [...start.failures, ...merged.failures];
        // A page of nothing but failures is a failure: an empty list would be a lie.
        const onlyFailures =
          failed.length > 0 &&
          merged.items.length === 0 &&
          merged.lanes.every((lane) => lane.failed || isAtEnd(lane.state));
        if (onlyFailures) throw failed[0]?.error;
        failures.push(...failed);
        const goesOn = merged.lanes.some((lane) => !lane.failed && !isAtEnd(lane.state));
        const resumable = merged.lanes.some((lane) => !isAtEnd(lane.state));
        const page: Page<T> = {
          items: merged.items,
          ...(resumable && { nextCursor: encodeMergedCursor(bound, cursorsOf(connectionIds, merged.lanes)) }),
          ...incompleteOf(merged.lanes),
          ...(failed.length > 0 && { failures: failed }),
        };
        return { page, state: goesOn ? { lanes: merged.lanes } : undefined };
      };
      return { read, failure: () => failures.find(({ connectionId }) => !gaps.has(connectionId))?.error };
    },
  });
}

function cursorsOf<T>(connectionIds: readonly string[], lanes: readonly Lane<T>[]): Record<string, string | null> {
  const ended = connectionIds.map((id) => [id, null] as const);
  const places = lanes.map(
    ({ connectionId, list, state }) =>
      [connectionId, isAtEnd(state) ? null : list.source.encode(placeOf(state))] as const,
  );
  return Object.fromEntries([...ended, ...places]);
}

function incompleteOf<T>(lanes: readonly Lane<T>[]): { incomplete?: string } {
  const alone = lanes.length === 1;
  const reasons = lanes.flatMap(({ connectionId, state }) =>
    state.incomplete === undefined ? [] : [alone ? state.incomplete : `${connectionId}: ${state.incomplete}`],
  );
  return reasons.length > 0 ? { incomplete: reasons.join('; ') } : {};
}
