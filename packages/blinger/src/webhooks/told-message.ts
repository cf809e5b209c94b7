import {
  defined,
  entityMapper,
  type NativeEvent,
  type NativeMessage,
  type NativeMessageFacts,
  readEntity,
  unexpectedResponse,
} from '@anyinbox/core/provider';
import { toldTextNames, toldTimeName } from '../assumptions.ts';
import type { Context } from '../config.ts';
import { needed } from '../mapping-context.ts';
import { messageId } from '../message-id.ts';
import { timeOf } from '../time.ts';
import { directionOf } from './direction.ts';
import { type ToldMessage, toldMessageSchema } from './schemas.ts';

/** Where a message was said. */
export interface Place {
  readonly conversationId: string;
  /** The customer's number among the users. */
  readonly customer: string | undefined;
  readonly customerName: string | undefined;
}

/** One of `messages` of a closed conversation as an event. Throws `unexpected-response` for what cannot be told to be a message. */
export function toldMessage(
  raw: unknown,
  place: Place,
  { normalize, reportDrift }: Pick<Context, 'normalize' | 'reportDrift'>,
): NativeEvent {
  const map = entityMapper(normalize, 'message', (object, given) => toMessage(object, given, place, reportDrift));
  const { raw: _raw, complete: _complete, mirroredAt: _mirroredAt, createdAt, ...told } = map(raw);
  const { conversationId } = place;
  const { nativeId, direction, text } = told;
  const message: NativeMessageFacts = { ...told, ...(createdAt && { createdAt }) };
  return {
    type: direction === 'inbound' ? 'message.received' : 'message.sent',
    key: nativeId,
    conversationId,
    message,
    ...(createdAt && {
      occurredAt: createdAt,
      conversation: {
        nativeId: conversationId,
        lastMessage: { text, direction, createdAt },
        updatedAt: createdAt,
      },
    }),
  };
}

function toMessage(
  raw: unknown,
  given: Partial<NativeMessage>,
  { conversationId, customer, customerName }: Place,
  reportDrift: Context['reportDrift'],
): NativeMessage {
  const told = readEntity('webhook.message', toldMessageSchema, raw, reportDrift);
  // Seen by agents only: it must not pass for a reply.
  if (told.is_inner_message === true) throw unexpectedResponse('message', ['is_inner_message']);
  const direction = given.direction ?? needed(directionOf(told, customer), 'message', 'direction');
  const text = given.text ?? needed(textOf(told), 'message', 'text');
  // Empty: not told.
  const createdAt = given.createdAt ?? timeOf(told[toldTimeName] ?? 0) ?? '';
  const ownId = messageId({ conversationId, direction, text, createdAt });
  return {
    nativeId: given.nativeId ?? ownId ?? needed(told.id, 'message', 'id'),
    kind: 'message',
    direction,
    author:
      direction === 'inbound' ? defined({ kind: 'contact' as const, name: customerName }) : { kind: 'agent' as const },
    text,
    attachments: [],
    delivery: { state: direction === 'inbound' ? 'delivered' : 'sent' },
    createdAt,
    raw,
  };
}

function textOf(told: ToldMessage): string | undefined {
  return toldTextNames.map((name) => told[name]).find((text) => typeof text === 'string');
}
