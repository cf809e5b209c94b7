import type { ProviderTarget } from '@anyinbox/conformance';
import { blingerTarget } from './blinger.ts';
import { brevoTarget } from './brevo.ts';
import { sendyiqChatTarget, sendyiqSocialTarget } from './sendyiq.ts';
import { smartsenderTarget } from './smartsender.ts';

export const targets: readonly ProviderTarget[] = [
  sendyiqChatTarget,
  sendyiqSocialTarget,
  smartsenderTarget,
  brevoTarget,
  blingerTarget,
];
