import { defined, InboxError, type NativeMessage, type NativeNote } from '@anyinbox/core/provider';
import { sentId, sentTime } from './sent-object.ts';

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
  const createdAt = given.createdAt ?? sentTime(raw, 'message');
  return {
    nativeId: given.nativeId ?? sentId(raw, 'message', said.conversationId),
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
      hint: `Do not send it again. Say where the id is with the \`normalize.${entity}.nativeId\` option.`,
    });
  }
}
