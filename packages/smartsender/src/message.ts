import { defined, type NativeMessage, readEntity } from '@anyinbox/core/provider';
import { directionOf, kindOf, toAuthor } from './author.ts';
import { toContent } from './content.ts';
import { deletionTime } from './deletion-time.ts';
import { toDelivery } from './delivery.ts';
import { formatMessageId } from './ids.ts';
import { type MappingContext, needed, timeOf } from './mapping-context.ts';
import { messageSchema } from './schemas.ts';

export function toMessage(raw: unknown, given: Partial<NativeMessage>, context: MappingContext): NativeMessage {
  const message = readEntity('message', messageSchema, raw, context.reportDrift);
  const content = toContent(message.content);
  const isActivity = message.internal === true || content.isActivity;
  const createdAt =
    given.createdAt ?? needed(timeOf(context, 'message', 'createdAt', message.createdAt), 'message', 'createdAt');
  const editedAt = timeOf(context, 'message', 'editedAt', message.editedAt);
  return {
    ...defined({
      nativeId: given.nativeId ?? formatMessageId(needed(message.id, 'message', 'id'), message.gate?.id ?? undefined),
      kind: isActivity ? ('activity' as const) : ('message' as const),
      direction: directionOf(message.sender),
      author: toAuthor(message.sender, isActivity),
      text: content.text,
      attachments: content.attachments,
      delivery: toDelivery(message),
      automated: kindOf(message.sender) === 'bot' ? true : undefined,
      createdAt,
      editedAt,
      // Deleted at a time that cannot be read: the message's own is the earliest it can be, and the same on every read.
      deletedAt: content.deletion
        ? (deletionTime(content.deletion.timestamp, context.readTime) ?? editedAt ?? createdAt)
        : undefined,
    }),
    raw,
  };
}
