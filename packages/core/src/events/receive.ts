import { contentKey, type Hint, type NativeEvent, type WebhookReading } from '../provider/index.ts';
import { lookUp, readHinted } from './look-up.ts';
import { type PollContext, toldUntil } from './poll.ts';

export interface ReceiveContext extends PollContext {
  /** A round of polling that begins after now, shared by all who ask for one meanwhile. Resolves with the number of new events. */
  pollSoon(): Promise<number>;
}

export interface Received {
  /** New events. */
  readonly accepted: number;
  /** False: something that it pointed at could not be looked up yet. What it told itself is kept all the same. */
  readonly complete: boolean;
}

/** Longer than that no vendor waits for an answer. */
const lookUpTimeoutMs = 8000;
/** Every hint is at least a request: what one body can cause is bounded. The rest is left to a round of polling. */
const maxHints = 20;

/**
 * Writes what a verified body tells, and what it points at. Rejects when it could not be written, and then nothing was: the vendor has to deliver it
 * again.
 */
export async function receive(body: unknown, context: ReceiveContext, { confirm = false }): Promise<Received> {
  const { open, journal } = context;
  const reading = await read(body, open.readWebhook);
  const { events, hints } = confirm
    ? unconfirmed(reading, open.live.supports('conversations.list'))
    : { events: reading.events, hints: reading.hints ?? [] };
  const told = await journal.record(events, 'webhook');
  const distinct = [...new Map(hints.map((hint) => [JSON.stringify(hint), hint])).values()];
  let accepted = told.length;
  let complete = true;
  const signal = AbortSignal.timeout(lookUpTimeoutMs);
  const rest: readonly Hint[] = distinct.length > maxHints ? [{ conversations: 'newest' }] : [];
  for (const hint of [...distinct.slice(0, maxHints), ...rest]) {
    try {
      accepted += await follow(hint, context, signal);
    } catch {
      complete = false;
    }
  }
  return { accepted, complete };
}

/** What cannot be read today is kept whole: it may be readable tomorrow. */
async function read(body: unknown, reader: PollContext['open']['readWebhook']): Promise<WebhookReading> {
  const reading = await reader?.(body);
  if (reading && (reading.events.length > 0 || (reading.hints?.length ?? 0) > 0)) return reading;
  return { events: [{ type: 'vendor.other', key: contentKey(body), raw: body }] };
}

/** Nobody knows who sent it: it is a reason to look, and what it says is not written. */
function unconfirmed(
  { events, hints = [] }: WebhookReading,
  canList: boolean,
): { events: readonly NativeEvent[]; hints: readonly Hint[] } {
  const seen = events.flatMap(({ conversationId }) => (conversationId === undefined ? [] : [{ conversationId }]));
  const all = [...seen, ...hints];
  // What names no conversation may be of any.
  return { events: [], hints: all.length === 0 && canList ? [{ conversations: 'newest' }] : all };
}

async function follow(hint: Hint, context: ReceiveContext, signal: AbortSignal): Promise<number> {
  if ('conversations' in hint) return context.pollSoon();
  const conversation = await readHinted(hint, context, signal);
  if (!conversation) return 0;
  const events = await lookUp(conversation, context, { signal, since: await toldUntil(context) });
  return (await context.journal.record(events, 'webhook')).length;
}
