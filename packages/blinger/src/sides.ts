import { type ChannelKind, type Contact, type ConversationChannel, defined, webUrl } from '@anyinbox/core/provider';
import { channelKinds } from './assumptions.ts';
import type { BlingerConversation } from './schemas.ts';

/** The customer, and the connected account that the customer writes to: the two sides of a conversation. */
export function toContact(conversation: BlingerConversation): Contact {
  const { from_user_avatar: avatar } = conversation;
  return defined({
    id: conversation.from_blinger_user_id ?? undefined,
    name: conversation.from_user_custom_name || conversation.from_user_name,
    avatarUrl: avatar === null ? null : webUrl(avatar),
  });
}

export function toChannel({ application, ...conversation }: BlingerConversation): ConversationChannel {
  return defined({
    id: conversation.to_blinger_user_id ?? undefined,
    kind: kindOf(application),
    nativeKind: application ?? undefined,
    name: conversation.to_user_name ?? undefined,
  });
}

export function kindOf(application: string | null | undefined): ChannelKind {
  return channelKinds.get(application?.toLowerCase() ?? '') ?? 'unknown';
}
