import { createInbox, type InboxOptions } from '@anyinbox/core';
import { type SendyiqEmulator, type SendyiqEmulatorOptions, startSendyiqEmulator } from '@anyinbox/emulators';
import { sendyiqChat, sendyiqSocial } from '@anyinbox/sendyiq';
import { afterAll, beforeAll, beforeEach } from 'vitest';

type Options = Omit<InboxOptions<typeof sendyiqChat>, 'credentials'>;

/** A store at the emulated vendor, back to its seed before every test. */
export interface Store {
  readonly emulator: SendyiqEmulator;
  chat(options?: Options): ReturnType<typeof createInbox<typeof sendyiqChat>>;
  social(options?: Options): ReturnType<typeof createInbox<typeof sendyiqSocial>>;
  /** Native ids of the vendor's conversations, newest activity first. */
  conversationIds(kind: 'chat' | 'social'): string[];
}

export function useStore(seed: SendyiqEmulatorOptions = {}): Store {
  let emulator: SendyiqEmulator;
  beforeAll(async () => {
    emulator = await startSendyiqEmulator(seed);
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  const at = ({ options, ...rest }: Options = {}) => ({
    ...rest,
    credentials: { apiKey: emulator.apiKey },
    options: { ...options, baseUrl: emulator.url },
  });
  return {
    get emulator() {
      return emulator;
    },
    chat: (options) => createInbox(sendyiqChat, at(options)),
    social: (options) => createInbox(sendyiqSocial, at(options)),
    conversationIds: (kind) =>
      emulator.state.conversations
        .filter(({ channelType }) => (channelType === 'Website') === (kind === 'chat'))
        .toSorted((left, right) => right.updatedAt.localeCompare(left.updatedAt) || right.touched - left.touched)
        .map(({ id }) => id),
  };
}
