import { createInbox, InboxError } from '@anyinbox/core';
import {
  type SmartsenderConversation,
  type SmartsenderEmulator,
  type SmartsenderEmulatorOptions,
  startSmartsenderEmulator,
} from '@anyinbox/emulators';
import { smartsender } from '@anyinbox/smartsender';
import { expect, onTestFinished } from 'vitest';
import type { SmartsenderInbox } from './wire.ts';

export interface Emulated {
  inbox: SmartsenderInbox;
  emulator: SmartsenderEmulator;
  /** The requests since the last call, as `METHOD path`. */
  requests(): string[];
}

type InboxSettings = Omit<Parameters<typeof createInbox<typeof smartsender>>[1], 'credentials'>;

/** An inbox over the emulator; both are closed when the test ends. */
export async function startEmulated(
  settings: SmartsenderEmulatorOptions & { inbox?: InboxSettings } = {},
): Promise<Emulated> {
  const { inbox: inboxSettings = {}, ...emulatorSettings } = settings;
  const emulator = await startSmartsenderEmulator(emulatorSettings);
  const inbox = createInbox(smartsender, {
    connectionId: 'bots',
    credentials: { token: emulator.token },
    now: emulatorSettings.now,
    ...inboxSettings,
    options: { ...inboxSettings.options, baseUrl: emulator.url },
  });
  onTestFinished(async () => {
    await inbox.close();
    await emulator.close();
  });
  let shown = 0;
  const requests = () => {
    const fresh = emulator.requests.slice(shown);
    shown = emulator.requests.length;
    return fresh.map(({ method, path }) => `${method} ${path}`);
  };
  return { inbox, emulator, requests };
}

/** The chat that the realistic seed lists at this place, or whichever fits. */
export function chatOf(
  emulator: SmartsenderEmulator,
  fits: (chat: SmartsenderConversation) => boolean = () => true,
): SmartsenderConversation {
  const chat = emulator.state.conversations.findLast(fits);
  if (chat === undefined) throw new Error('The seed has no such chat');
  return chat;
}

/** The error that a call ends in. */
export async function failureOf(call: PromiseLike<unknown>): Promise<InboxError> {
  const result = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(InboxError.isInstance(result), 'the call ends in an InboxError').toBe(true);
  return result as InboxError;
}
