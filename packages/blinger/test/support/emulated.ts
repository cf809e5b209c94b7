import { blinger } from '@anyinbox/blinger';
import { createInbox } from '@anyinbox/core';
import {
  type BlingerConversationRecord,
  type BlingerEmulator,
  type BlingerEmulatorOptions,
  startBlingerEmulator,
} from '@anyinbox/emulators';
import { onTestFinished } from 'vitest';
import type { BlingerInbox, BlingerInboxOptions } from './wire.ts';

export interface Emulated {
  inbox: BlingerInbox;
  emulator: BlingerEmulator;
  /** The requests since the last call, as `METHOD path?query`, below `/api`. */
  requests(): string[];
}

type InboxSettings = Omit<BlingerInboxOptions, 'credentials'>;

/** An inbox over the emulator; both are closed when the test ends. */
export async function startEmulated(
  settings: BlingerEmulatorOptions & { inbox?: InboxSettings } = {},
): Promise<Emulated> {
  const { inbox: inboxSettings = {}, ...emulatorSettings } = settings;
  const emulator = await startBlingerEmulator(emulatorSettings);
  const inbox = createInbox(blinger, {
    connectionId: 'desk',
    credentials: { token: emulator.token },
    now: emulatorSettings.now,
    ...inboxSettings,
    options: { ...inboxSettings.options, baseUrl: `${emulator.url}/api` },
  });
  onTestFinished(async () => {
    await inbox.close();
    await emulator.close();
  });
  let shown = 0;
  const requests = () => {
    const fresh = emulator.requests.slice(shown);
    shown = emulator.requests.length;
    return fresh.map(({ method, path, query }) => {
      const search = new URLSearchParams(query as Record<string, string>).toString();
      return `${method} ${path.replace(/^\/api/, '')}${search && `?${search}`}`;
    });
  };
  return { inbox, emulator, requests };
}

/** A conversation of the seed. */
export function pick(
  { state }: BlingerEmulator,
  fits: (conversation: BlingerConversationRecord) => boolean = () => true,
): BlingerConversationRecord {
  const conversation = state.conversations.find(fits);
  if (conversation === undefined) throw new Error('The seed has no such conversation');
  return conversation;
}

export const ids = (items: readonly { readonly nativeId: string }[]) => items.map(({ nativeId }) => nativeId);

/** Native ids in the order of numbers, for comparing sets. */
export const sorted = (numbers: readonly (string | number)[]) =>
  [...numbers].map(String).toSorted((left, right) => Number(left) - Number(right));

/** The first two of the seed. */
export function twoOf<T>([first, second]: readonly T[]): [T, T] {
  if (first === undefined || second === undefined) throw new Error('The seed has no two of them');
  return [first, second];
}
