import { type Call, entityMapper, type NativeConversation, unexpectedResponse } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Connection } from './connection.ts';
import { toConversation } from './conversation.ts';
import { get } from './get.ts';

/** The conversation of a chat, remembering its contact. */
export async function readConversation(
  connection: Connection,
  chatId: string,
  call: Call,
): Promise<NativeConversation> {
  const { normalize, mapping, contactIds } = connection;
  const chat = await readChat(chatId, call);
  contactIds.learn(chat, chatId);
  return entityMapper(normalize, 'conversation', (raw, given) => toConversation(raw, given, mapping))(chat);
}

/** The contact of a chat, which everything that is addressed to the contact needs: one request, unless the chat was read before. */
export async function contactOf({ contactIds }: Connection, chatId: string, call: Call): Promise<string> {
  const contactId = contactIds.of(chatId) ?? contactIds.learn(await readChat(chatId, call), chatId);
  // Without the usual hint: `normalize` cannot correct an address.
  if (contactId === undefined)
    throw unexpectedResponse('conversation', ['contact', 'originalId']).with({ hint: undefined });
  return contactId;
}

function readChat(chatId: string, call: Call): Promise<unknown> {
  return get(call, { path: '/v1/chats/{chatId}', params: { chatId }, response: z.unknown() });
}
