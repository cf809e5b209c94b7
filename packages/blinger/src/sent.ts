import { defined, InboxError, type NativeMessage, type NativeNote } from '@anyinbox/core/provider';
import { needed } from './mapping-context.ts';
import { messageId } from './message-id.ts';
import { sentId, sentLastAt, sentTime } from './sent-object.ts';

/** What we know of what we sent, which the answer need not repeat. */
interface Said {
  readonly conversationId: string;
  readonly text: string;
  readonly agentId: string | undefined;
}

/** The answer to send-message or send-file-message as the message that was sent. Only a missing id is an error. */
export function toSentMessage(
  raw: unknown,
  given: Partial<NativeMessage>,
  said: Said & Pick<NativeMessage, 'attachments'>,
  nowMs: number,
): NativeMessage {
  const { nativeId, createdAt } = identify(raw, given, said);
  return {
    nativeId,
    kind: 'message',
    direction: 'outbound',
    author: defined({ kind: 'agent' as const, id: said.agentId }),
    text: said.text,
    attachments: said.attachments,
    // The vendor took it; what the channel made of it is not said.
    delivery: { state: 'sent' },
    createdAt: createdAt ?? new Date(nowMs).toISOString(),
    // Without the vendor's time it is not whole.
    ...(createdAt === undefined ? { complete: false } : {}),
    raw,
  };
}

/** Which message it is, and when it was sent, as far as the vendor tells. */
function identify(
  raw: unknown,
  given: Partial<NativeMessage>,
  { conversationId, ...said }: Said & Pick<NativeMessage, 'attachments'>,
): Pick<NativeMessage, 'nativeId'> & { readonly createdAt: string | undefined } {
  // Of a file the vendor has nothing but the URL to show.
  const text = given.text ?? (said.text || (said.attachments[0]?.url ?? ''));
  const lastAt = sentLastAt(raw, text);
  const knownAt = given.createdAt ?? lastAt;
  // Another time in the answer is the message's only if its id stands there, too.
  const vendorId = given.nativeId ?? (knownAt === undefined ? sentId(raw, 'message', conversationId) : undefined);
  const createdAt = knownAt ?? sentTime(raw, 'message');
  const ownId = createdAt && messageId({ conversationId, direction: 'outbound', text, createdAt });
  return { nativeId: given.nativeId ?? (ownId || needed(vendorId, 'message', 'id')), createdAt };
}

/** The answer to send-note as the note. */
export function toSentNote(raw: unknown, given: Partial<NativeNote>, said: Said): NativeNote {
  return {
    ...defined({
      nativeId: given.nativeId ?? sentId(raw, 'note', said.conversationId),
      author: defined({ kind: 'agent' as const, id: said.agentId }),
      text: said.text,
      createdAt: sentTime(raw, 'note'),
    }),
    raw,
  };
}

/** The vendor has taken it: whatever fails now, it was sent. */
export function accepted<T>(entity: 'message' | 'note', map: () => T): T {
  try {
    return map();
  } catch (error) {
    if (InboxError.isInstance(error) && error.code !== 'unexpected-response') throw error.with({ outcome: 'sent' });
    throw new InboxError(`The vendor took the ${entity}, but its answer holds no recognisable id`, {
      code: 'unexpected-response',
      blame: 'vendor',
      outcome: 'sent',
      hint: `Do not send it again. Say where the id is with the \`normalize.${entity}.nativeId\` option${orItsTime[entity]}.`,
    });
  }
}

/** By its time it is recognised when it is read back. */
const orItsTime = { message: ', or better its time with `normalize.message.createdAt`', note: '' } as const;
