import {
  type Attachment,
  defined,
  entityMapper,
  type NativeMessage,
  type Normalize,
  type ReportDrift,
  readEntity,
  unexpectedResponse,
} from '@anyinbox/core/provider';
import { toAttachments } from './attachment.ts';
import { isAutomated, toAuthor } from './author.ts';
import { toDelivery } from './delivery.ts';
import { formatMessageId, kindOf, type MessageKind } from './message-id.ts';
import { type BrevoMessage, messageSchema } from './schemas.ts';
import { timeOf } from './time.ts';
import { withoutUnsafeHtml } from './unsafe-html.ts';

export interface MessageContext {
  readonly normalize: Normalize;
  readonly reportDrift: ReportDrift;
  /** Milliseconds since the epoch, for a message that does not say when it was written: the model needs a time. */
  readonly now: () => number;
}

/**
 * Maps a message of REST or of a webhook (vendors/brevo.md §2.1, §3.3). `asked` is the kind whose endpoint answered it: a pushed message need not
 * say that it is one. Only a missing id is an error. Neither the app's corrections nor `raw` see the unsafe HTML.
 */
export function messageMapper(context: MessageContext, asked?: MessageKind): (raw: unknown) => NativeMessage {
  const map = entityMapper(context.normalize, 'message', (raw, given) => toMessage(raw, given, context, asked));
  return (raw) => map(withoutUnsafeHtml(raw));
}

function toMessage(
  raw: unknown,
  given: Partial<NativeMessage>,
  { reportDrift, now }: MessageContext,
  asked: MessageKind | undefined,
): NativeMessage {
  const read = readEntity('message', messageSchema, raw, reportDrift);
  const message = asked === 'pushed' ? { ...read, isPushed: true } : read;
  const attachments = toAttachments(message.file, message.attachments);
  const createdAt = given.createdAt ?? timeOf(message.createdAt);
  return {
    ...defined({
      nativeId: given.nativeId ?? nativeIdOf(message),
      kind: 'message' as const,
      direction: message.type === 'visitor' ? ('inbound' as const) : ('outbound' as const),
      author: toAuthor(message),
      ...toWords(message, attachments),
      attachments,
      delivery: toDelivery(message),
      automated: isAutomated(message),
      createdAt: createdAt ?? new Date(now()).toISOString(),
      // Without its time the message is not whole.
      complete: createdAt === undefined ? false : undefined,
    }),
    raw,
  };
}

function nativeIdOf(message: BrevoMessage): string {
  if (!message.id) throw unexpectedResponse('message', ['id']);
  return formatMessageId({ kind: kindOf(message), id: message.id });
}

/** `text` is "text, or the attached file's name" (§2.1); `html` is the vendor's safe rendering of it. */
function toWords({ text, html }: BrevoMessage, attachments: readonly Attachment[]) {
  if (text && attachments.some(({ name }) => name === text)) return { text: '', html: undefined };
  return { text: text ?? '', html: html || undefined };
}
