import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Drift, NativeEvent, Normalize, WebhookReading } from '@anyinbox/core/provider';
import type { BlingerEmulator } from '@anyinbox/emulators';
import { onTestFinished } from 'vitest';
import { config } from '../../src/config.ts';
import { readWebhook } from '../../src/webhooks.ts';

export interface Reader {
  read(body: unknown): WebhookReading;
  readonly drift: readonly Drift[];
}

interface ReaderSettings {
  readonly options?: object;
  readonly normalize?: Normalize;
  readonly now?: () => number;
}

/** Reads webhooks as a connection with these options does. */
export function createReader({ options = {}, normalize = {}, now = () => 0 }: ReaderSettings = {}): Reader {
  const drift: Drift[] = [];
  const parsed = config.parse({ credentials: { token: 'x' }, options });
  const context = { config: parsed, normalize, reportDrift: (one: Drift) => void drift.push(one), now };
  return { read: (body) => readWebhook(body, context), drift };
}

/** The one event of this type. */
export function oneOf({ events }: WebhookReading, type: NativeEvent['type']): NativeEvent {
  const [event, ...more] = events.filter((one) => one.type === type);
  if (event === undefined || more.length > 0) throw new Error(`There are ${more.length + (event ? 1 : 0)} of ${type}`);
  return event;
}

export const typesOf = ({ events }: WebhookReading) => events.map(({ type }) => type);

/** A receiver of an emulator's webhooks, over HTTP: gives the bodies that arrived since the last call. */
export async function receiveFrom(emulator: BlingerEmulator): Promise<() => Promise<readonly unknown[]>> {
  let bodies: unknown[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  emulator.webhooks.configure({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  return async () => {
    await emulator.webhooks.idle();
    const arrived = bodies;
    bodies = [];
    return arrived;
  };
}
