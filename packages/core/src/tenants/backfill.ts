import { InboxError } from '../errors/index.ts';
import { lookUp, type PollContext } from '../events/index.ts';
import type { CallOptions, Conversation, Page } from '../model/index.ts';

export interface BackfillProgress {
  readonly connectionId: string;
  /** Read in this run. */
  readonly conversations: number;
  /** New events that this run wrote. */
  readonly events: number;
  /** Nothing more to read. */
  readonly done: boolean;
}

export interface BackfillOptions extends CallOptions {
  /** Begins anew instead of going on where the last run stopped. Default false. */
  readonly restart?: boolean | undefined;
}

const markName = 'backfill';
const finished = 'done';
const pageSize = 20;

/**
 * Reads a vendor's conversations with their whole history into the mirror, newest first, one page after the other, and tells after each how far it came.
 * It can be broken off anywhere: the next run goes on with the page that was not finished.
 */
export async function* backfill(
  context: PollContext,
  { signal, restart = false }: BackfillOptions,
): AsyncGenerator<BackfillProgress, void, undefined> {
  const { open, store, scope, journal } = context;
  const { connectionId } = scope;
  const mark = restart ? undefined : await store.mark(scope, markName);
  const list = (from: string | undefined) => open.live.conversations.list({ limit: pageSize, cursor: from, signal });
  let conversations = 0;
  let events = 0;
  let cursor = mark === finished ? undefined : mark;
  let done = mark === finished;
  if (done) yield { connectionId, conversations, events, done };
  while (!done) {
    const page: Page<Conversation> = await list(cursor).then(undefined, (error: unknown) => {
      // The last run left it, with another configuration or another version: what is read twice is told once.
      if (cursor !== undefined && cursor === mark && isRefused(error)) return list(undefined);
      throw error;
    });
    for (const conversation of page.items) {
      const found = await lookUp(conversation, context, { signal, whole: true });
      events += (await journal.record(found, 'poll')).length;
      conversations++;
    }
    cursor = page.nextCursor;
    done = cursor === undefined;
    await journal.record([], 'poll', { [markName]: cursor ?? finished });
    yield { connectionId, conversations, events, done };
  }
}

function isRefused(error: unknown): boolean {
  return InboxError.isInstance(error) && error.code === 'invalid-request';
}
