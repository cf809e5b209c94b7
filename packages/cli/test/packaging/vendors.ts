import {
  startBlingerEmulator,
  startBrevoEmulator,
  startSendyiqEmulator,
  startSmartsenderEmulator,
} from '@anyinbox/emulators';
import { onTestFinished } from 'vitest';

/** Every vendor that an example may talk to, emulated for one test, and the environment that the example finds. */
export async function startVendors() {
  const [smartsender, sendyiq, brevo, blinger] = await Promise.all([
    startSmartsenderEmulator(),
    startSendyiqEmulator(),
    startBrevoEmulator(),
    startBlingerEmulator({ sendAnswer: 'message' }),
  ]);
  onTestFinished(async () => {
    await Promise.all([smartsender, sendyiq, brevo, blinger].map((emulator) => emulator.close()));
  });
  const { agents, conversations } = brevo.state;
  return {
    smartsender,
    sendyiq,
    environment: {
      SMARTSENDER_TOKEN: smartsender.token,
      SENDYIQ_API_KEY: sendyiq.apiKey,
      BREVO_API_KEY: brevo.apiKey,
      BREVO_AGENT_ID: agents[0]?.id ?? '',
      BREVO_VISITOR_ID: conversations[0]?.visitor.id ?? '',
      BLINGER_TOKEN: blinger.token,
      // For redirect-vendors.mjs.
      VENDORS: JSON.stringify({
        'api.smartsender.com': smartsender.url,
        'api.sendyiq.com': sendyiq.url,
        'stagging-api.sendyiq.com': sendyiq.url,
        'api.brevo.com': brevo.url,
        'app.blinger.io': blinger.url,
      }),
      NO_PROXY: '*',
    },
  };
}

/** The argument that makes `node` load it first. */
export const redirectVendors = ['--import', new URL('./redirect-vendors.mjs', import.meta.url).href] as const;
