import {
  type Contact,
  defined,
  type LastMessage,
  type Mapper,
  type NativeConversation,
  type ReportDrift,
  unexpectedResponse,
} from '@anyinbox/core/provider';
import { conversationFields, words } from './assumptions/index.ts';
import { channelKind } from './channel-kind.ts';
import { entityFields, fieldReader, type ReadField } from './field-reader.ts';
import { count, identifier, label, text, url, word } from './parse.ts';
import { redact } from './redact.ts';
import { decideSender } from './sender.ts';
import { time } from './time.ts';
import { wordFor } from './words.ts';

const fields = entityFields('conversation', conversationFields);

type Read = ReadField<keyof typeof conversationFields>;

/** A SocialConversation as a conversation. Only a missing id is an error. */
export function conversationMapper(reportDrift: ReportDrift): Mapper<'conversation'> {
  return (raw, given) => {
    const read = fieldReader(fields, raw, given, reportDrift);
    const nativeId = given.nativeId ?? read('nativeId', identifier);
    if (typeof nativeId !== 'string') throw unexpectedResponse('conversation', ['id']);
    return defined({
      nativeId,
      channel: readChannel(read),
      contact: readContact(read),
      ...readStatus(read, given, reportDrift),
      unreadCount: read('unreadCount', count) ?? undefined,
      lastMessage: readLastMessage(read),
      createdAt: read('createdAt', time) ?? undefined,
      updatedAt: read('updatedAt', time) ?? undefined,
      raw: redact(raw) ?? null,
    });
  };
}

function readChannel(read: Read): NativeConversation['channel'] {
  const nativeKind = read('channel.nativeKind', word) ?? undefined;
  return defined({
    id: read('channel.id', identifier) ?? undefined,
    kind: channelKind(nativeKind),
    nativeKind,
    name: read('channel.name', label) ?? undefined,
  });
}

function readContact(read: Read): Contact {
  return defined({
    id: read('contact.id', identifier) ?? undefined,
    name: read('contact.name', label),
    email: read('contact.email', label),
    phone: read('contact.phone', label),
    avatarUrl: read('contact.avatarUrl', url),
  });
}

function readStatus(
  read: Read,
  given: Partial<NativeConversation>,
  reportDrift: ReportDrift,
): Pick<NativeConversation, 'status' | 'nativeStatus'> {
  const nativeStatus = given.nativeStatus ?? read('nativeStatus', word) ?? undefined;
  if (nativeStatus === undefined && given.status === undefined)
    reportDrift({ entity: 'conversation', field: 'status', change: 'unrecognised' });
  return defined({ status: wordFor(words.status, nativeStatus ?? '') ?? ('unknown' as const), nativeStatus });
}

/** A message of which only the text is null, such as a picture, is there all the same. */
function readLastMessage(read: Read): LastMessage | null | undefined {
  const preview = read('lastMessage.text', text);
  if (preview === undefined) return undefined;
  const sender = decideSender({
    direction: read('lastMessage.direction', word),
    author: read('lastMessage.author', word),
  });
  const createdAt = read('lastMessage.createdAt', time) ?? undefined;
  if (preview === null && createdAt === undefined && !sender.proven) return null;
  return defined({ text: preview ?? '', direction: sender.proven ? sender.direction : undefined, createdAt });
}
