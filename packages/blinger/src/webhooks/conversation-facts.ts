import {
  type Contact,
  defined,
  entityMapper,
  type NativeConversation,
  type NativeConversationFacts,
  readEntity,
  webUrl,
} from '@anyinbox/core/provider';
import type { Context } from '../config.ts';
import { needed, readTime } from '../mapping-context.ts';
import { kindOf } from '../sides.ts';
import { statusOf } from '../status.ts';
import { type ToldConversation, toldConversationSchema } from './schemas.ts';

/** What a webhook tells of its conversation (vendors/blinger.md §Webhooks), with the app's corrections; what it does not tell is left out. */
export function conversationFacts(
  raw: unknown,
  { normalize, reportDrift }: Pick<Context, 'normalize' | 'reportDrift'>,
): NativeConversationFacts {
  const map = entityMapper(normalize, 'conversation', (object, given) => toConversation(object, given, reportDrift));
  const { status, channel, contact, raw: _raw, complete: _complete, ...told } = map(raw);
  return {
    ...told,
    ...(status !== 'unknown' && { status }),
    ...((channel.kind !== 'unknown' || channel.nativeKind !== undefined) && { channel }),
    ...(Object.keys(contact).length > 0 && { contact }),
  };
}

function toConversation(
  raw: unknown,
  given: Partial<NativeConversation>,
  reportDrift: Context['reportDrift'],
): NativeConversation {
  const conversation = readEntity('webhook.conversation', toldConversationSchema, raw, reportDrift);
  const { id, application, status } = conversation;
  const time = (field: 'date_created' | 'date_updated') => readTime({ reportDrift }, field, conversation[field]);
  return {
    ...defined({
      nativeId: given.nativeId ?? needed(id, 'conversation', 'id'),
      channel: defined({ kind: kindOf(application), nativeKind: application ?? undefined }),
      contact: toContact(conversation),
      status: statusOf(status) ?? ('unknown' as const),
      nativeStatus: status ?? undefined,
      createdAt: time('date_created'),
      updatedAt: time('date_updated'),
    }),
    raw,
  };
}

/** Without an id: `user_id` is a number of another kind than the Blinger user's, by which conversations that are read know their contact. */
function toContact({ from_user: user }: ToldConversation): Contact {
  if (!user) return {};
  const { title, avatar, ...attributes } = user;
  return defined({ name: title ?? undefined, avatarUrl: webUrl(avatar), attributes });
}
