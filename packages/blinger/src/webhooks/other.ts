import { contentKey, defined, type Hint, type NativeEvent, type WebhookReading } from '@anyinbox/core/provider';
import * as z from 'zod';
import { assumedIncoming } from '../assumptions.ts';
import type { Context } from '../config.ts';
import { wireId } from '../ids.ts';

const id = wireId.optional().catch(undefined);
const shape = z.object({
  webhook: z.string().optional().catch(undefined),
  conversation: z.object({ id }).optional().catch(undefined),
  conversation_id: id,
});

/** Fields that name one of the two sides of a conversation, or what one said to the other (vendors/blinger.md §Webhooks). */
const sides = ['from_user', 'from_user_id', 'to_user_id', 'from_blinger_user_id', 'to_blinger_user_id'];
const words = ['message', 'text'];

/**
 * A webhook whose name nobody knows, or that tells too little: kept whole, and what it may be about is looked up. `body` is without its secrets
 * already.
 */
export function otherReading(body: unknown, context: Pick<Context, 'now'>): WebhookReading {
  const events = [otherEvent(body, context)];
  const [{ conversationId }] = events as [NativeEvent];
  const hint: Hint | undefined =
    conversationId !== undefined
      ? { conversationId }
      : hasAny(body, sides) || isIncoming(body)
        ? { conversations: 'newest' }
        : undefined;
  return { events, ...(hint && { hints: [hint] }) };
}

export function otherEvent(body: unknown, { now }: Pick<Context, 'now'>): NativeEvent {
  const { webhook, conversation, conversation_id } = shape.safeParse(body).data ?? {};
  const conversationId = conversation?.id ?? conversation_id;
  // A flat message tells neither which one it is nor when it was: the same words again are another message, not the same one delivered again.
  const isFlat = conversationId === undefined && (isIncoming(body) || (hasAny(body, sides) && hasAny(body, words)));
  return {
    ...defined({ conversationId, nativeType: webhook }),
    type: 'vendor.other',
    key: contentKey(isFlat ? [body, now()] : body),
    raw: body,
  };
}

function isIncoming(body: unknown): boolean {
  return shape.safeParse(body).data?.webhook === assumedIncoming;
}

function hasAny(body: unknown, names: readonly string[]): boolean {
  return typeof body === 'object' && body !== null && names.some((name) => Object.hasOwn(body, name));
}
