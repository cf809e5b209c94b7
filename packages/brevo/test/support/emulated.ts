import { brevo } from '@anyinbox/brevo';
import { createInbox, InboxError, type InboxOptions } from '@anyinbox/core';
import { type BrevoEmulator, type BrevoEmulatorOptions, startBrevoEmulator } from '@anyinbox/emulators';
import { expect, onTestFinished } from 'vitest';
import type { BrevoInbox } from './wire.ts';

type InboxSettings = Partial<InboxOptions<typeof brevo>>;

export interface Emulated {
  inbox: BrevoInbox;
  emulator: BrevoEmulator;
  /** The first agent of the account, and our id of it. */
  agent: { id: string; name: string; email: string };
  agentId: string;
  /** A visitor of the website, and our id of the conversation. */
  visitorId: string;
  conversationId: string;
  /** The requests since the last call, as `METHOD path`. */
  requests(): string[];
}

/** An inbox over the emulator, with the account's first agent as its author; both are closed when the test ends. */
export async function startEmulated({
  inbox: { options, ...rest } = {},
  ...settings
}: BrevoEmulatorOptions & { inbox?: InboxSettings } = {}): Promise<Emulated> {
  const emulator = await startBrevoEmulator({ seed: 'empty', ...settings });
  const { visitorId } = emulator.startConversation({ displayedName: 'Vera Lamp', text: 'Is the lamp in stock?' });
  const [agent] = emulator.state.agents;
  if (agent === undefined) throw new Error('The seed has no agent');
  const inbox = createInbox(brevo, {
    connectionId: 'mail',
    credentials: { apiKey: emulator.apiKey },
    now: settings.now,
    ...rest,
    options: { agent: { agentId: agent.id }, baseUrl: `${emulator.url}/v3`, ...options },
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
  const conversationId = `mail:${visitorId}`;
  return { inbox, emulator, agent, agentId: `mail:${agent.id}`, visitorId, conversationId, requests };
}

/** What the vendor keeps of a conversation, oldest first. */
export function messagesOf({ emulator, visitorId }: Emulated) {
  return emulator.state.conversations.find(({ visitor }) => visitor.id === visitorId)?.messages ?? [];
}

export function testClock() {
  let time = Date.UTC(2026, 10, 20, 12);
  return {
    now: () => time,
    advance(ms: number) {
      time += ms;
    },
  };
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
