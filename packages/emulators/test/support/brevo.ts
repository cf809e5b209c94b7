import {
  type BrevoEmulator,
  type BrevoEmulatorOptions,
  type BrevoWebhookBody,
  type BrevoWebhookTarget,
  startBrevoEmulator,
} from '@anyinbox/emulators';
import { onTestFinished } from 'vitest';
import { type HttpClient, httpClient } from './http-client.ts';
import { type WebhookReceiver, webhookReceiver } from './webhook-receiver.ts';

export interface BrevoScene {
  emulator: BrevoEmulator;
  client: HttpClient;
}

/** Starts an emulator that is closed when the test ends, with a client that knows the API key. */
export async function brevo(options: BrevoEmulatorOptions = {}): Promise<BrevoScene> {
  const emulator = await startBrevoEmulator(options);
  onTestFinished(() => emulator.close());
  return { emulator, client: httpClient(`${emulator.url}/v3/conversations`, { 'api-key': emulator.apiKey }) };
}

/** An account without visitors whose webhooks arrive at a receiver, and whose retries wait for nothing. */
export async function brevoWithWebhooks(
  options: BrevoEmulatorOptions = {},
  target: Partial<BrevoWebhookTarget> = {},
): Promise<BrevoScene & { receiver: WebhookReceiver; arrived(): Promise<BrevoWebhookBody[]> }> {
  const scene = await brevo({ seed: 'empty', webhookRetries: { wait: () => Promise.resolve() }, ...options });
  const receiver = await webhookReceiver();
  scene.emulator.webhooks.configure({ url: receiver.url, ...target });
  return {
    ...scene,
    receiver,
    async arrived() {
      await scene.emulator.webhooks.idle();
      return receiver.bodies.splice(0).map((body) => JSON.parse(body) as BrevoWebhookBody);
    },
  };
}

/** Everything a message needs but its visitor. */
export function draft(emulator: BrevoEmulator, text = 'On its way') {
  return { text, agentId: emulator.state.agents[0]?.id ?? '' };
}
