import type { SendyiqChannel } from './assumptions.ts';
import { type SendyiqState, takeHex, takeUuid } from './state.ts';

export type NewChannel = Partial<Omit<SendyiqChannel, 'id' | 'createdAt' | 'updatedAt' | 'channelToken'>> &
  Pick<SendyiqChannel, 'channelType' | 'displayName'> & { at: number };

/** A website channel is identified by its token (vendors/sendyiq.md §Domain model hints). */
export function addChannel(
  state: SendyiqState,
  { at, channelType, displayName, ...options }: NewChannel,
): SendyiqChannel {
  const time = new Date(at).toISOString();
  const token = channelType === 'Website' ? takeHex(state) : null;
  const channel: SendyiqChannel = {
    id: takeUuid(state),
    channelType,
    displayName,
    externalAccountId: token ?? '',
    channelToken: token,
    isEnabled: true,
    isAgentEnabled: false,
    aiProviderCode: null,
    aiModelCode: null,
    systemPromptOverride: null,
    tokenExpiresAt: null,
    createdAt: time,
    updatedAt: time,
    ...options,
  };
  state.channels.push(channel);
  return channel;
}
