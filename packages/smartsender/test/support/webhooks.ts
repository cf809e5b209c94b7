import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createMemoryStore,
  createTenants,
  type InboxEvent,
  type StreamedEvent,
  type TenantInbox,
  toNodeHandler,
} from '@anyinbox/core';
import type { WebhookReading } from '@anyinbox/core/provider';
import { type SmartsenderEmulator, startSmartsenderEmulator } from '@anyinbox/emulators';
import { smartsender } from '@anyinbox/smartsender';
import { onTestFinished } from 'vitest';
import { config } from '../../src/config.ts';

/** Reads a block as the default connection does. */
export function readBlock(body: unknown): WebhookReading {
  const parsed = config.parse({ credentials: { token: 'x' }, options: {} });
  const context = { config: parsed, normalize: {}, reportDrift: () => {}, now: () => 0 };
  const reading = smartsender.webhooks?.read(body, context);
  if (!reading) throw new Error('Smartsender reads no webhooks');
  return reading;
}

export const blockSecret = 'a-secret-of-the-block';

interface DeskSettings {
  readonly webhook?: { readonly confirm?: boolean };
}

export interface Desk {
  readonly emulator: SmartsenderEmulator;
  readonly inbox: TenantInbox;
  /** Where the owner points a block, without the secret. */
  readonly url: string;
  /** A block runs: its body goes out over HTTP; gives the status and the answer. */
  post(body: unknown, secret?: string): Promise<{ status: number; answer: unknown }>;
  logged(): Promise<readonly InboxEvent[]>;
  /** What the mirror holds of a chat's messages, newest first. */
  mirrored(chatId: number): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** A tenant with a store, over an emulator of an empty project, whose webhooks are taken by an HTTP server. Nothing is tried twice. */
export async function startDesk(settings: DeskSettings = {}): Promise<Desk> {
  const emulator = await startSmartsenderEmulator({ seed: 'empty' });
  const store = createMemoryStore();
  const connection = {
    id: 'bots',
    provider: 'smartsender',
    credentials: { token: emulator.token },
    options: { baseUrl: emulator.url },
    webhook: { secrets: [blockSecret], ...settings.webhook },
  } as const;
  const tenants = createTenants({
    providers: [smartsender],
    resolve: { tenants: { acme: { connections: [connection] } } },
    defaults: { maxAttempts: 1 },
    store,
  });
  const server = createServer(toNodeHandler(tenants.webhooks));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await tenants.close();
    await emulator.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/acme/bots`;
  return {
    emulator,
    inbox: await tenants.inbox('acme'),
    url,
    async post(body, secret = blockSecret) {
      const headers = { 'content-type': 'Application/json', 'x-webhook-token': secret };
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const response = await fetch(url, { method: 'POST', headers, body: text });
      return { status: response.status, answer: await response.json() };
    },
    logged: async () => (await store.events({ tenantId: 'acme', limit: 1000 })).map(({ event }) => event),
    async mirrored(chatId) {
      const scope = { tenantId: 'acme', connectionId: 'bots' };
      const records = await store.list(scope, { kind: 'message', parent: String(chatId), limit: 100 });
      return records.map(({ value }) => value);
    },
  };
}

/** A desk that a customer wrote to, and the body of a block that names the customer. */
export async function startChat(settings?: DeskSettings) {
  const desk = await startDesk(settings);
  const chat = desk.emulator.addConversation({ firstName: 'Vera', text: 'Is the lamp in stock?' });
  desk.emulator.receive({ conversationId: chat.id, text: 'The green one' });
  return { ...desk, chat, body: { userId: chat.contact.originalId } };
}

/** The first events of the stream, from the beginning of the log. */
export async function firstEvents(inbox: TenantInbox, count: number): Promise<readonly StreamedEvent[]> {
  const seen: StreamedEvent[] = [];
  for await (const event of inbox.events({ after: '0', signal: AbortSignal.timeout(5000) })) {
    seen.push(event);
    if (seen.length === count) break;
  }
  return seen;
}

/** Each message event as `type text`, in the order of the log. */
export function messagesTold(events: readonly InboxEvent[]): readonly string[] {
  return events.flatMap(({ type, data }) => (type.startsWith('message.') ? [`${type} ${data.message?.text}`] : []));
}
