import type { ProviderTarget } from '@anyinbox/conformance';
import { sendyiqChatTarget, sendyiqSocialTarget } from './sendyiq.ts';
import { smartsenderTarget } from './smartsender.ts';

export const targets = [
  sendyiqChatTarget,
  sendyiqSocialTarget,
  smartsenderTarget,
] as unknown as readonly ProviderTarget[];
