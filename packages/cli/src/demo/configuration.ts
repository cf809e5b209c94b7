import type { BlingerEmulator, BrevoEmulator, SendyiqEmulator, SmartsenderEmulator } from '@anyinbox/emulators';
import type { WrittenConnection } from '../config/connection-diff.ts';
import type { Accounts } from './accounts.ts';

export interface DemoConfiguration {
  readonly tenants: Readonly<Record<string, { readonly connections: readonly WrittenConnection[] }>>;
}

/** The tenants as an app keeps them in JSON. */
export function configurationBefore(accounts: Accounts): DemoConfiguration {
  const {
    acmeSmartsender,
    globexSendyiq,
    initechSendyiq,
    umbrellaBlinger,
    hooliBrevo,
    starkSmartsender,
    starkSendyiq,
  } = accounts;
  return {
    tenants: {
      acme: { connections: [smartsenderConnection('acme-bots', acmeSmartsender)] },
      globex: { connections: [sendyiqConnection('globex-web', 'sendyiq-chat', globexSendyiq)] },
      stark: {
        connections: [
          smartsenderConnection('stark-bots', starkSmartsender),
          sendyiqConnection('stark-web', 'sendyiq-chat', starkSendyiq),
        ],
      },
      initech: { connections: [sendyiqConnection('initech-social', 'sendyiq-social', initechSendyiq)] },
      umbrella: { connections: [blingerConnection('umbrella-desk', umbrellaBlinger)] },
      hooli: { connections: [brevoConnection('hooli-mail', hooliBrevo)] },
    },
  };
}

/** The same tenants after acme has moved to another vendor. */
export function configurationAfter(accounts: Accounts): DemoConfiguration {
  const { tenants } = configurationBefore(accounts);
  const connection = sendyiqConnection('acme-web', 'sendyiq-chat', accounts.acmeSendyiq);
  return { tenants: { ...tenants, acme: { connections: [connection] } } };
}

function smartsenderConnection(id: string, { token, url }: SmartsenderEmulator) {
  return { id, provider: 'smartsender', credentials: { token }, options: { baseUrl: url } };
}

function sendyiqConnection(id: string, provider: 'sendyiq-chat' | 'sendyiq-social', emulator: SendyiqEmulator) {
  const { apiKey, url } = emulator;
  return { id, provider, credentials: { apiKey }, options: { baseUrl: url } };
}

/** Who shows one of these is believed to be the vendor. */
export const demoSecrets = { brevo: 'demo-hooli-webhook-secret', blinger: 'demo-umbrella-webhook-secret' } as const;

function blingerConnection(id: string, { token, url }: BlingerEmulator) {
  const webhook = { secrets: [demoSecrets.blinger] };
  return { id, provider: 'blinger', credentials: { token }, options: { baseUrl: `${url}/api` }, webhook };
}

/** Brevo wants to know in whose name one writes. */
function brevoConnection(id: string, { apiKey, url, state }: BrevoEmulator) {
  const agent = { agentId: state.agents[0]?.id };
  const webhook = { secrets: [demoSecrets.brevo] };
  return { id, provider: 'brevo', credentials: { apiKey }, options: { baseUrl: `${url}/v3`, agent }, webhook };
}
