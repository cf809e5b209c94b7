import {
  type BlingerEmulator,
  type BrevoEmulator,
  type SendyiqEmulator,
  type SmartsenderEmulator,
  startBlingerEmulator,
  startBrevoEmulator,
  startSendyiqEmulator,
  startSmartsenderEmulator,
} from '@anyinbox/emulators';
import { createSceneClock, setScene, setWorkshopScene, shopVisitors } from './workshop-scene.ts';

/** The accounts that the demo's tenants have at vendors, each on an emulator of its own. */
export interface Accounts {
  readonly acmeSmartsender: SmartsenderEmulator;
  /** Where acme goes when its configuration is swapped. */
  readonly acmeSendyiq: SendyiqEmulator;
  readonly globexSendyiq: SendyiqEmulator;
  readonly initechSendyiq: SendyiqEmulator;
  readonly umbrellaBlinger: BlingerEmulator;
  readonly hooliBrevo: BrevoEmulator;
  /** The two vendors of one tenant. */
  readonly starkSmartsender: SmartsenderEmulator;
  readonly starkSendyiq: SendyiqEmulator;
}

export async function startAccounts(): Promise<Accounts> {
  const [clock, shopClock] = [createSceneClock(), createSceneClock()];
  const starting = [
    startSmartsenderEmulator({ token: 'demo-acme-smartsender' }),
    startSendyiqEmulator({ apiKey: 'demo-acme.sendyiq-secret' }),
    startSendyiqEmulator({ apiKey: 'demo-globex.sendyiq-secret', now: clock.now }),
    startSendyiqEmulator({ apiKey: 'demo-initech.sendyiq-secret' }),
    // What Blinger answers to a send is not documented; this is the answer that tells which message it was.
    startBlingerEmulator({ token: 'demo-umbrella-blinger', sendAnswer: 'message' }),
    startBrevoEmulator({ apiKey: 'demo-hooli-brevo' }),
    startSmartsenderEmulator({ token: 'demo-stark-smartsender' }),
    startSendyiqEmulator({ apiKey: 'demo-stark.sendyiq-secret', seed: 'empty', now: shopClock.now }),
  ] as const;
  try {
    const [
      acmeSmartsender,
      acmeSendyiq,
      globexSendyiq,
      initechSendyiq,
      umbrellaBlinger,
      hooliBrevo,
      starkSmartsender,
      starkSendyiq,
    ] = await Promise.all(starting);
    setWorkshopScene(globexSendyiq, clock);
    setScene(starkSendyiq, shopClock, shopVisitors);
    return {
      acmeSmartsender,
      acmeSendyiq,
      globexSendyiq,
      initechSendyiq,
      umbrellaBlinger,
      hooliBrevo,
      starkSmartsender,
      starkSendyiq,
    };
  } catch (error) {
    // One that did start would keep the process alive.
    for (const started of await Promise.allSettled(starting))
      if (started.status === 'fulfilled') await started.value.close();
    throw error;
  }
}

export async function closeAccounts(accounts: Accounts): Promise<void> {
  await Promise.all(Object.values(accounts).map((account: Accounts[keyof Accounts]) => account.close()));
}
