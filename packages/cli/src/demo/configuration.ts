import type { SendyiqEmulator, SmartsenderEmulator } from '@anyinbox/emulators';
import type { Accounts } from './accounts.ts';

/** The tenants as an app keeps them in JSON. */
export function configurationBefore({ acmeSmartsender, globexSendyiq }: Accounts) {
  return {
    tenants: {
      acme: { connections: [smartsenderConnection('acme-bots', acmeSmartsender)] },
      globex: { connections: [sendyiqConnection('globex-web', globexSendyiq)] },
    },
  };
}

/** The same tenants after acme has moved to another vendor. */
export function configurationAfter(accounts: Accounts) {
  const { tenants } = configurationBefore(accounts);
  return { tenants: { ...tenants, acme: { connections: [sendyiqConnection('acme-web', accounts.acmeSendyiq)] } } };
}

function smartsenderConnection(id: string, { token, url }: SmartsenderEmulator) {
  return { id, provider: 'smartsender', credentials: { token }, options: { baseUrl: url } };
}

function sendyiqConnection(id: string, { apiKey, url }: SendyiqEmulator) {
  return { id, provider: 'sendyiq-chat', credentials: { apiKey }, options: { baseUrl: url } };
}
