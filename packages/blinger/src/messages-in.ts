import { defined, type NativeConversation, type NativeMessage } from '@anyinbox/core/provider';
import { messageId } from './message-id.ts';

/** The message that a conversation shows as its last one: all that reading tells of its history (vendors/blinger.md §Conversation endpoints). */
export function messagesIn(conversation: NativeConversation): readonly NativeMessage[] {
  const { nativeId: conversationId, lastMessage, contact, raw } = conversation;
  const { text, direction, createdAt } = lastMessage ?? {};
  if (text === undefined || direction === undefined || createdAt === undefined) return [];
  const nativeId = messageId({ conversationId, direction, text, createdAt });
  if (nativeId === undefined || !isSaid(conversation, text)) return [];
  const inbound = direction === 'inbound';
  return [
    {
      nativeId,
      kind: 'message',
      direction,
      author: inbound
        ? defined({ kind: 'contact' as const, id: contact.id, name: contact.name ?? undefined })
        : { kind: 'agent' },
      text,
      attachments: [],
      delivery: { state: inbound ? 'delivered' : 'sent' },
      createdAt,
      // Of a file only a text is shown, if that.
      complete: false,
      raw,
    },
  ];
}

/** An empty text is that of a file, or of a conversation in which nobody has said anything yet. */
function isSaid({ lastMessage, unreadCount = 0, waitingSince }: NativeConversation, text: string): boolean {
  if (text !== '' || lastMessage?.direction === 'outbound') return true;
  return unreadCount > 0 || typeof waitingSince === 'string';
}
