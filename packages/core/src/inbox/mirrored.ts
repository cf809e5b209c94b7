import type { Author } from '../model/index.ts';
import type { NativeAgent, NativeChannel, NativeConversation, NativeMessage } from '../provider/index.ts';
import type { MirrorRecord } from '../store/index.ts';

/** What the model requires and nobody told. Kept apart from what was told, which wins. */
const untoldConversation = { channel: { kind: 'unknown' }, contact: {}, status: 'unknown' } as const;
const untoldMessage = {
  kind: 'message',
  author: { kind: 'unknown' },
  text: '',
  attachments: [],
  delivery: { state: 'unknown' },
} as const;

/** When anything of it was heard last. */
const heard = (record: MirrorRecord) => record.stamps['~heard'] ?? '';

export function toNativeConversation(record: MirrorRecord): NativeConversation {
  const told = record.value as Partial<NativeConversation>;
  return {
    ...untoldConversation,
    ...told,
    channel: { ...untoldConversation.channel, ...told.channel },
    nativeId: record.id,
    // Who saw it begin knows all of it that is ever told.
    complete: told.createdAt !== undefined,
    mirroredAt: heard(record),
    raw: undefined,
  };
}

/** Undefined: all that is known is that something changed in it. Who wrote it is called as the contact of the `conversation` is called now. */
export function toNativeMessage(record: MirrorRecord, conversation?: MirrorRecord): NativeMessage | undefined {
  const told = record.value as Partial<NativeMessage>;
  if (told.direction === undefined) return undefined;
  const { html, ...rest } = told;
  return {
    ...untoldMessage,
    ...rest,
    // Of an edited message the rendering that we have is of the text before.
    ...(typeof html === 'string' && { html }),
    author: nameOf(told.author, conversation) ?? untoldMessage.author,
    direction: told.direction,
    nativeId: record.id,
    createdAt: told.createdAt ?? heard(record),
    mirroredAt: heard(record),
    raw: undefined,
  };
}

/** Vendors tell a person's name with the conversation, not with each message; and it changes when the person says who they are. */
function nameOf(author: Author | undefined, conversation: MirrorRecord | undefined): Author | undefined {
  const { contact } = (conversation?.value ?? {}) as Partial<NativeConversation>;
  const isContact = author?.kind === 'contact' && author.id !== undefined && author.id === contact?.id;
  return isContact && contact?.name ? { ...author, name: contact.name } : author;
}

export function toNativeChannel(record: MirrorRecord): NativeChannel {
  const told = record.value as Partial<NativeChannel>;
  const kind = told.kind ?? 'unknown';
  return { nativeKind: kind, name: '', ...told, kind, nativeId: record.id, mirroredAt: heard(record), raw: undefined };
}

export function toNativeAgent(record: MirrorRecord): NativeAgent {
  return { ...(record.value as Partial<NativeAgent>), id: record.id, raw: undefined };
}
