import { type Call, entityMapper, type NativeConversation, unexpectedResponse } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Connection } from './connection.ts';
import { toConversation } from './conversation.ts';

/** GET /v1/chats/{chatId}, remembering its contact. */
export async function readConversation(
  connection: Connection,
  chatId: string,
  call: Call,
): Promise<NativeConversation> {
  const body = await call.request({
    method: 'GET',
    path: '/v1/chats/{chatId}',
    params: { chatId },
    effect: 'read',
    response: z.unknown(),
  });
  const { normalize, mapping, contactIds } = connection;
  const conversation = entityMapper(normalize, 'conversation', (raw, given) => toConversation(raw, given, mapping))(
    body,
  );
  contactIds.remember(conversation);
  return conversation;
}

/** The contact of a chat, which everything that is addressed to the contact needs: one request, unless the chat was read before. */
export async function contactOf(connection: Connection, chatId: string, call: Call): Promise<string> {
  const known = connection.contactIds.of(chatId);
  if (known !== undefined) return known;
  const { contact } = await readConversation(connection, chatId, call);
  if (contact.id === undefined) throw unexpectedResponse('conversation', ['contact', 'originalId']);
  return contact.id;
}
