import {
  type Attachment,
  type Author,
  type Delivery,
  defined,
  type Mapper,
  type NativeMessage,
  type ReportDrift,
  unexpectedResponse,
} from '@anyinbox/core/provider';
import { messageFields, words } from './assumptions/index.ts';
import { mapAttachment } from './attachment.ts';
import { entityFields, fieldReader, type ReadField } from './field-reader.ts';
import { flag, identifier, label, text, url, word } from './parse.ts';
import { isRecord } from './record.ts';
import { redact } from './redact.ts';
import { decideSender, type Sender } from './sender.ts';
import { time } from './time.ts';
import { wordFor } from './words.ts';

const fields = entityFields('message', messageFields);

type Read = ReadField<keyof typeof messageFields>;

/** Milliseconds since the epoch, for a message that does not say when it was written: the model needs a time. */
export type Clock = () => number;

/** A SocialMessage of a conversation's history. Only a missing id is an error. */
export function messageMapper(reportDrift: ReportDrift, now: Clock): Mapper<'message'> {
  return (raw, given) => {
    const read = fieldReader(fields, raw, given, reportDrift);
    const sender = readSender(read, given);
    if (!sender.proven) reportDrift({ entity: 'message', field: 'direction', change: 'unrecognised' });
    return {
      ...messageFrom(read, raw, given, { reportDrift, now }),
      direction: sender.direction,
      author: readAuthor(read, sender.kind),
      ...(sender.kind === 'bot' ? { automated: true } : {}),
      text: read('text', text) ?? '',
    };
  };
}

/** What does not depend on whether the message was read or has just been sent. */
export function messageFrom(
  read: Read,
  raw: unknown,
  given: Partial<NativeMessage>,
  { reportDrift, now }: { reportDrift: ReportDrift; now: Clock },
): Omit<NativeMessage, 'direction' | 'author' | 'text'> {
  const nativeId = given.nativeId ?? read('nativeId', identifier);
  if (typeof nativeId !== 'string') throw unexpectedResponse('message', ['id']);
  const createdAt = given.createdAt ?? read('createdAt', time);
  return {
    nativeId,
    kind: 'message',
    attachments: readAttachments(read, reportDrift),
    delivery: readDelivery(read),
    createdAt: createdAt ?? new Date(now()).toISOString(),
    // Without its time the message is not whole.
    ...(typeof createdAt === 'string' ? {} : { complete: false }),
    raw: redact(raw) ?? null,
  };
}

/** A direction or author that the app decided counts as the vendor's word. */
function readSender(read: Read, given: Partial<NativeMessage>): Sender {
  return decideSender({
    direction: given.direction ?? read('direction', word),
    inbound: read('direction.inbound', flag),
    outbound: read('direction.outbound', flag),
    author: given.author?.kind ?? read('author.kind', word),
    bot: read('author.isBot', flag),
  });
}

export function readAuthor(read: Read, kind: Author['kind']): Author {
  return defined({
    kind,
    id: read('author.id', identifier) ?? undefined,
    name: read('author.name', label) ?? undefined,
    avatarUrl: read('author.avatarUrl', url) ?? undefined,
  });
}

function readAttachments(read: Read, reportDrift: ReportDrift): readonly Attachment[] {
  const list = read('attachments', listOf);
  if (Array.isArray(list)) return list.map((item) => mapAttachment(item, reportDrift));
  const flat = read('attachments.url', url);
  return flat ? [mapAttachment({ url: flat, type: read('attachments.kind', word) }, reportDrift)] : [];
}

function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? [value] : undefined;
}

function readDelivery(read: Read): Delivery {
  const state = wordFor(words.delivery, read('delivery.state', word) ?? '') ?? 'unknown';
  const reason = read('delivery.reason', word);
  // A sentence may quote the message; only a code is shown.
  return reason && /^[\w.-]{1,64}$/.test(reason) ? { state, reason } : { state };
}
