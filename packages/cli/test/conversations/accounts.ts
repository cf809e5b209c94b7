import { startBrevoEmulator, startSendyiqEmulator, startSmartsenderEmulator } from '@anyinbox/emulators';
import { onTestFinished } from 'vitest';
import { configFile } from '../support/run-cli.ts';

/** A tenant with an account at Smartsender and one at SendyIQ, and maybe one at Brevo, which lists nothing. */
export async function acme(withBrevo = false) {
  const [bots, web] = await Promise.all([smartsender('bots'), sendyiq('web')]);
  const more = withBrevo ? [await brevo('mail')] : [];
  const config = await configFile({
    tenants: { acme: { connections: [bots.connection, web.connection, ...more] } },
  });
  return { config, bots: bots.emulator, web: web.emulator };
}

export async function smartsender(id: string) {
  const emulator = await ended(startSmartsenderEmulator());
  const { token, url } = emulator;
  return { emulator, connection: { id, provider: 'smartsender', credentials: { token }, options: { baseUrl: url } } };
}

export async function sendyiq(id: string) {
  const emulator = await ended(startSendyiqEmulator());
  const { apiKey, url } = emulator;
  return { emulator, connection: { id, provider: 'sendyiq-chat', credentials: { apiKey }, options: { baseUrl: url } } };
}

export async function brevo(id: string) {
  const { apiKey, url } = await ended(startBrevoEmulator());
  return { id, provider: 'brevo', credentials: { apiKey }, options: { baseUrl: `${url}/v3` } };
}

async function ended<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const emulator = await starting;
  onTestFinished(() => emulator.close());
  return emulator;
}
