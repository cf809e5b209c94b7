import type { SendyiqChannel } from './assumptions.ts';

/** The two halves of the API that have conversations. */
export type ConversationKind = 'chat' | 'social';

export function kindOf({ channelType }: Pick<SendyiqChannel, 'channelType'>): ConversationKind {
  return channelType === 'Website' ? 'chat' : 'social';
}
