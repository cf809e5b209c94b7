import * as z from 'zod';
import { InboxError } from '../errors/index.ts';
import type { Conversation } from '../model/index.ts';
import { contentKey, type NativeEvent } from '../provider/index.ts';
import type { Journal } from './journal.ts';
import { type LookUpContext, lookUp, readHinted } from './look-up.ts';
import { conversationFacts } from './native-facts.ts';
import { pagesOf } from './pages.ts';

export interface PollContext extends LookUpContext {
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const markName = 'poll';

/** How far polling has come: everything before `at` is told, and these conversations as they were then, whatever their time. */
const markSchema = z.strictObject({
  at: z.string(),
  seen: z.array(z.tuple([z.string(), z.string()])),
  /** While a round is under way: `at` before it. Of what it did not come to, nothing is told since. */
  since: z.string().optional(),
  /** Conversations that could not be read, and since when nothing of them is told. */
  owed: z.array(z.tuple([z.string(), z.string()])).optional(),
});
type Mark = z.output<typeof markSchema>;

/** Of those that could not be read, so many are tried again in a round. Where more than these cannot be read now, it is not because of them. */
const owedPerRound = 3;
/** So many are remembered. Beyond them polling stands still, and loses nothing. */
const maxOwed = 100;

/**
 * One round: asks for the newest conversations until it meets what it knows, and tells what became of each, oldest first. The mark moves with what was
 * written, so that a round that breaks off goes on where it stopped, however long after; one that cannot be read holds up no other, and is tried again.
 * The first round ever tells the newest page: for what is older there is the backfill. Resolves with the number of new events.
 */
export async function pollOnce(context: PollContext, signal: AbortSignal | undefined): Promise<number> {
  const { store, scope, journal } = context;
  const mark = readMark(await store.mark(scope, markName));
  const changed = await findChanged(context, mark, signal);
  const since = mark && sinceOf(mark);
  let told = 0;
  let current: Mark = mark ?? { at: '', seen: [] };
  let unreadable = 0;
  const write = async (events: readonly NativeEvent[], next: Mark) => {
    told += (await journal.record(events, 'poll', { [markName]: JSON.stringify(next) })).length;
    current = next;
  };
  const unlessUnreadable = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (error) {
      if (!isOfOne(error) || ++unreadable > owedPerRound || (current.owed?.length ?? 0) >= maxOwed) throw error;
      return undefined;
    }
  };
  const tell = async (conversation: Conversation, next: Mark) => {
    const { nativeId } = conversation;
    const from = current.owed?.find(([id]) => id === nativeId)?.[1] ?? since ?? '';
    const events = await unlessUnreadable(() => lookUp(conversation, context, { signal, since: from || undefined }));
    await write(events ?? [], events ? paid(next, nativeId) : owing(next, nativeId, from));
  };

  const owed = current.owed?.map(([id]) => id) ?? [];
  for (const [index, conversation] of changed.toReversed().entries()) {
    const next = advance(current, conversation, context);
    const isLast = index === changed.length - 1;
    await tell(conversation, { ...next, since: isLast ? undefined : since });
  }
  const done = new Set(changed.map(({ nativeId }) => nativeId));
  const again = context.open.live.supports('conversations.get') ? owed.filter((id) => !done.has(id)) : [];
  for (const conversationId of again.slice(0, owedPerRound)) {
    const read = await unlessUnreadable(async () => ({ found: await readHinted({ conversationId }, context, signal) }));
    if (read?.found) await tell(read.found, current);
    // It is gone; or it goes to the end of those that wait.
    else if (read) await write([], paid(current, conversationId));
    else
      await write([], owing(current, conversationId, current.owed?.find(([id]) => id === conversationId)?.[1] ?? ''));
  }
  return told;
}

/** What happened before this time is told. Undefined: nothing was polled yet. */
export async function toldUntil({ store, scope }: Pick<PollContext, 'store' | 'scope'>): Promise<string | undefined> {
  const mark = readMark(await store.mark(scope, markName));
  return (mark && sinceOf(mark)) || undefined;
}

/** Before the first round nothing is told: what it did not come to is read as far as it itself reads. */
function sinceOf({ since, at }: Mark): string {
  return since || at;
}

function paid(mark: Mark, nativeId: string): Mark {
  const owed = mark.owed?.filter(([id]) => id !== nativeId) ?? [];
  return { ...mark, owed: owed.length > 0 ? owed : undefined };
}

function owing(mark: Mark, nativeId: string, since: string): Mark {
  return { ...mark, owed: [...(paid(mark, nativeId).owed ?? []), [nativeId, since]] };
}

const general: ReadonlySet<string> = new Set([
  'aborted',
  'budget-exhausted',
  'rate-limited',
  'network',
  'unauthorized',
  'invalid-config',
]);

/** Whether it keeps this one conversation from being read, and not, as far as it says, everything. What a store throws ends the round. */
function isOfOne(error: unknown): boolean {
  return InboxError.isInstance(error) && !general.has(error.code);
}

async function findChanged(
  context: PollContext,
  mark: Mark | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly Conversation[]> {
  const { list } = context.open.live.conversations;
  const time = timeIn(context);
  const changed: Conversation[] = [];
  for await (const { items } of pagesOf((cursor) => list({ signal, cursor }))) {
    changed.push(...items.filter((item) => isNews(item, mark, time(item))));
    const isKnown = (item: Conversation) => time(item) !== '' && time(item) < (mark?.at ?? '');
    // A page without times says nothing about the pages after it.
    if (!mark || items.every((item) => time(item) === '') || items.some(isKnown)) break;
  }
  return changed;
}

const dayMs = 86_400_000;

/**
 * Activity that moves it in the list; `''` where the vendor does not say. A time far ahead is none: everything that happens until then would look old.
 */
function timeIn({ now }: PollContext): (conversation: Conversation) => string {
  const latest = new Date(now() + dayMs).toISOString();
  return ({ updatedAt, lastMessage, createdAt }) => {
    const time = updatedAt ?? lastMessage?.createdAt ?? createdAt ?? '';
    return time < latest ? time : '';
  };
}

/** So late some vendor's servers may show what happened. Found as long as it stands on a page that is read anyway. */
const latenessMs = 300_000;

/** Of what was seen the state tells: what is closed elsewhere need not move in time. Of the rest its time, as far as that can be trusted. */
function isNews(conversation: Conversation, mark: Mark | undefined, time: string): boolean {
  if (!mark) return true;
  const { nativeId } = conversation;
  const seen = mark.seen.find(([id]) => id === nativeId);
  if (seen) return seen[1] !== stateOf(conversation);
  return time === '' || mark.at === '' || time >= new Date(Date.parse(mark.at) - latenessMs).toISOString();
}

/** Bounds what the mark holds: more than stand on a page. */
const maxSeen = 100;

function advance(mark: Mark, conversation: Conversation, context: PollContext): Mark {
  const time = timeIn(context)(conversation);
  const others = mark.seen.filter(([id]) => id !== conversation.nativeId);
  const seen: Mark['seen'] = [...others, [conversation.nativeId, stateOf(conversation)]];
  const told = { ...mark, seen: seen.slice(-maxSeen) };
  return time > mark.at ? { ...told, at: time } : told;
}

function stateOf(conversation: Conversation): string {
  return contentKey(conversationFacts(conversation)).slice(0, 8);
}

function readMark(text: string | undefined): Mark | undefined {
  if (text === undefined) return undefined;
  try {
    return markSchema.parse(JSON.parse(text));
  } catch {
    // Written by another version: what was told before is recognised by its events' ids.
    return undefined;
  }
}
