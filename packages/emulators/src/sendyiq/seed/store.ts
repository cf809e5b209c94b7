import { addChannel } from '../add-channel.ts';
import { emptyState, type SendyiqState } from '../state.ts';

const day = 24 * 60 * 60_000;

/** A store with its channels and without a single conversation: the `empty` seed. */
export function emptyStore(now: number): SendyiqState {
  const state = emptyState();
  addChannel(state, {
    channelType: 'Website',
    displayName: 'shop.example.com',
    isAgentEnabled: true,
    aiProviderCode: 'openai',
    aiModelCode: 'small',
    systemPromptOverride: 'Answer in the language of the customer, in at most three sentences.',
    at: now - 200 * day,
  });
  addChannel(state, { channelType: 'Website', displayName: 'outlet.example.com', at: now - 90 * day });
  addChannel(state, {
    channelType: 'WhatsApp',
    displayName: '+1 202 555 0100',
    externalAccountId: '100200300400500',
    isAgentEnabled: true,
    aiProviderCode: 'standard',
    aiModelCode: 'fast',
    tokenExpiresAt: new Date(now + 40 * day).toISOString(),
    at: now - 150 * day,
  });
  addChannel(state, {
    channelType: 'Instagram',
    displayName: '@example.shop',
    externalAccountId: '17841400000000001',
    tokenExpiresAt: new Date(now + 12 * day).toISOString(),
    at: now - 120 * day,
  });
  addChannel(state, {
    channelType: 'Facebook',
    displayName: 'Example Shop Page',
    externalAccountId: '612000000000001',
    at: now - 60 * day,
  });
  return state;
}
