import { unexpectedResponse } from '@anyinbox/core/provider';
import * as z from 'zod';
import { conversationSigns, sentNames, sentTimeName } from './assumptions.ts';
import { wireId } from './ids.ts';
import { sameText } from './message-id.ts';
import { timeOf } from './time.ts';

const object = z.record(z.string(), z.unknown()).catch({});

/**
 * The id in the answer to a send, whose form is not documented: it may be the message, may hold it or its id, or may be the conversation, which
 * has an id of its own. Throws `unexpected-response` when none can be told to be the message's.
 */
export function sentId(raw: unknown, entity: 'message' | 'note', conversationId: string): string {
  const candidates = [object.parse(raw)[sentNames[entity].id], ...sentObjects(raw, entity).map(({ id }) => id)];
  const ids = candidates.map((candidate) => wireId.safeParse(candidate).data);
  const id = ids.find((found) => found !== undefined && found !== conversationId);
  if (id === undefined) throw unexpectedResponse(entity, ['id']);
  return id;
}

/** The time in it, if it is that of what was sent. */
export function sentTime(raw: unknown, entity: 'message' | 'note'): string | undefined {
  const times = sentObjects(raw, entity).map((sent) => z.int().safeParse(sent[sentTimeName]).data);
  const seconds = times.find((found) => found !== undefined);
  return seconds === undefined ? undefined : timeOf(seconds);
}

/**
 * The time of a message whose answer is its conversation: that of the last message, if this is ours. Undefined for another answer, and when another
 * message came in between.
 */
export function sentLastAt(raw: unknown, text: string): string | undefined {
  const { data } = lastMessage.safeParse(raw);
  return data && sameText(data.last_message, text) ? timeOf(data.last_message_date) : undefined;
}

const lastMessage = z.object({
  is_operator_last_message: z.literal(true),
  last_message: z.string(),
  last_message_date: z.int(),
});

/** What in the answer may be the object that was sent. A field of that name may also be its text. */
function sentObjects(raw: unknown, entity: 'message' | 'note'): readonly Record<string, unknown>[] {
  const answer = object.parse(raw);
  const isConversation = conversationSigns.some((name) => Object.hasOwn(answer, name));
  return [object.parse(answer[sentNames[entity].object]), ...(isConversation ? [] : [answer])];
}
