import {
  type BlingerConversation,
  type BlingerEmulator,
  type BlingerEmulatorOptions,
  startBlingerEmulator,
} from '@anyinbox/emulators';
import { onTestFinished } from 'vitest';
import { type HttpClient, httpClient, type Reply } from './http-client.ts';
import { type WebhookReceiver, webhookReceiver } from './webhook-receiver.ts';

export type Success<T = BlingerConversation> = { status: 200; data: T };
export type Failure = { error: string | Record<string, string>; status: number };

export interface BlingerScene {
  emulator: BlingerEmulator;
  client: HttpClient;
  /** POST with a form as the body. */
  form<T = unknown>(path: string, fields: Record<string, string>): Promise<Reply<T>>;
}

/** Starts an emulator that is closed when the test ends, with a client that knows the credential. */
export async function blinger(options: BlingerEmulatorOptions = {}): Promise<BlingerScene> {
  const emulator = await startBlingerEmulator(options);
  onTestFinished(() => emulator.close());
  const root = `${emulator.url}/api`;
  const headers = { Authentication: emulator.token };
  return {
    emulator,
    client: httpClient(root, headers),
    async form<T>(path: string, fields: Record<string, string>) {
      const response = await fetch(root + path, { method: 'POST', headers, body: new URLSearchParams(fields) });
      return { status: response.status, headers: response.headers, body: (await response.json()) as T };
    },
  };
}

/** An account without conversations whose webhooks arrive at a receiver. */
export async function blingerWithWebhooks(
  options: BlingerEmulatorOptions = {},
): Promise<BlingerScene & { receiver: WebhookReceiver; arrived(): Promise<unknown[]> }> {
  const scene = await blinger({ seed: 'empty', ...options });
  const receiver = await webhookReceiver();
  scene.emulator.webhooks.configure({ url: receiver.url });
  return {
    ...scene,
    receiver,
    async arrived() {
      await scene.emulator.webhooks.idle();
      return receiver.bodies.splice(0).map((body) => JSON.parse(body) as unknown);
    },
  };
}
