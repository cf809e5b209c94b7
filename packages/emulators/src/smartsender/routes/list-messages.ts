import type { Context } from 'hono';
import { listPage, validated } from '../request.ts';
import { messagesQuery } from '../schemas.ts';
import type { SmartsenderConversation, SmartsenderState } from '../state.ts';
import { toMessage } from '../to-wire.ts';
import type { SmartsenderList, SmartsenderMessage } from '../wire.ts';

/** Newest first; system messages only when asked for. */
export function listMessages(
  context: Context,
  state: SmartsenderState,
  conversation: SmartsenderConversation,
): SmartsenderList<SmartsenderMessage> {
  const { activities } = validated(messagesQuery, context.req.query());
  const shown = conversation.messages.filter(({ internal }) => activities || !internal).reverse();
  return listPage(context, shown, (message) => toMessage(state, conversation, message));
}
