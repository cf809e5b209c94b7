import { startSendyiqEmulator, startSmartsenderEmulator } from '@anyinbox/emulators';
import { onTestFinished } from 'vitest';

/** Every vendor that an example may talk to, emulated for one test, and the environment that the example finds. */
export async function startVendors() {
  const [smartsender, sendyiq] = await Promise.all([startSmartsenderEmulator(), startSendyiqEmulator()]);
  onTestFinished(async () => {
    await Promise.all([smartsender.close(), sendyiq.close()]);
  });
  return {
    smartsender,
    sendyiq,
    environment: {
      SMARTSENDER_TOKEN: smartsender.token,
      SENDYIQ_API_KEY: sendyiq.apiKey,
      // For redirect-vendors.mjs.
      VENDORS: JSON.stringify({
        'api.smartsender.com': smartsender.url,
        'api.sendyiq.com': sendyiq.url,
        'stagging-api.sendyiq.com': sendyiq.url,
      }),
      NO_PROXY: '*',
    },
  };
}

/** The argument that makes `node` load it first. */
export const redirectVendors = ['--import', new URL('./redirect-vendors.mjs', import.meta.url).href] as const;
