import {
  type SendyiqEmulator,
  type SendyiqEmulatorOptions,
  type SmartsenderEmulator,
  type SmartsenderEmulatorOptions,
  startSendyiqEmulator,
  startSmartsenderEmulator,
} from '@anyinbox/emulators';
import { onTestFinished } from 'vitest';
import { type HttpClient, httpClient } from './http-client.ts';

/** Starts an emulator that is closed when the test ends, with a client that knows the credential. */
export async function smartsender(
  options: SmartsenderEmulatorOptions = {},
): Promise<{ emulator: SmartsenderEmulator; client: HttpClient }> {
  const emulator = await startSmartsenderEmulator(options);
  onTestFinished(() => emulator.close());
  return { emulator, client: httpClient(`${emulator.url}/v1`, { authorization: `Bearer ${emulator.token}` }) };
}

export async function sendyiq(
  options: SendyiqEmulatorOptions = {},
): Promise<{ emulator: SendyiqEmulator; client: HttpClient }> {
  const emulator = await startSendyiqEmulator(options);
  onTestFinished(() => emulator.close());
  const root = `${emulator.url}/api/v1/store/integrations`;
  return { emulator, client: httpClient(root, { 'x-api-key': emulator.apiKey }) };
}
