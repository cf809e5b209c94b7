import { blinger } from '@anyinbox/blinger';
import { brevo } from '@anyinbox/brevo';
import type { AnyProvider } from '@anyinbox/core';
import { sendyiqChat, sendyiqSocial } from '@anyinbox/sendyiq';
import { smartsender } from '@anyinbox/smartsender';

/** What a configuration may name, in the order in which documents show it. Besides the demo's accounts, nothing else here knows a vendor. */
export const knownProviders: readonly AnyProvider[] = [sendyiqChat, sendyiqSocial, smartsender, brevo, blinger];

export function findProvider(id: string): AnyProvider | undefined {
  return knownProviders.find((provider) => provider.id === id);
}

/** The provider's name for people; its id when we do not know it. */
export function providerName(id: string): string {
  return findProvider(id)?.name ?? id;
}
