import { createMemoryStore, createTenants, type EventsConfig, type Store, type Tenants } from '@anyinbox/core';
import {
  type Capability,
  defineProvider,
  type Hint,
  type NativeConversation,
  type NativeEvent,
  type NativeMessage,
  type Operation,
  operations,
  type StreamSink,
} from '@anyinbox/core/provider';
import { onTestFinished } from 'vitest';
import * as z from 'zod';

export const secret = 'a-secret-of-sixteen';

/** A vendor in memory: what it shows is changed by the test, and every call of it is counted. */
export interface EventfulVendor {
  /** Newest activity first is up to `list`. */
  readonly conversations: Map<string, NativeConversation>;
  readonly messages: Map<string, NativeMessage[]>;
  /** `list`, `get x`, `messages x`, in order. */
  readonly calls: string[];
  /** Throws instead of answering calls that match. */
  fails: ((call: string) => boolean) | undefined;
  sink: StreamSink | undefined;
  endStream: () => void;
}

/** What a body of its webhooks says is what it holds. */
export interface EventfulBody {
  readonly events?: readonly NativeEvent[];
  readonly hints?: readonly Hint[];
}

const pageSize = 3;
const supported: ReadonlySet<Operation> = new Set([
  'conversations.list',
  'conversations.get',
  'conversations.close',
  'conversations.reopen',
  'conversations.markRead',
  'conversations.assign.agent',
  'conversations.assign.group',
  'conversations.unassign',
  'messages.list',
  'messages.send.text',
  'messages.edit',
  'messages.delete',
  'notes.add',
]);
const live = { level: 'full', via: 'native', basis: 'documented' } as const;
const mirrored = { level: 'partial', via: 'mirror', basis: 'documented' } as const;
const filters = { filters: ['status', 'channelId', 'assignee', 'unread'], statuses: ['open', 'closed'] } as const;

function capabilitiesOf(shows: boolean): Record<Operation, Capability> {
  const declared = (operation: Operation): Capability => {
    const reads = /^(conversations|messages|channels|agents)\.(list|get)$/.test(operation);
    const limits = operation === 'conversations.list' ? { limits: filters } : {};
    if (shows && supported.has(operation)) return { ...live, ...limits };
    if (reads) return { ...mirrored, ...limits };
    return supported.has(operation) ? live : { level: 'none', because: 'vendor' };
  };
  return Object.fromEntries(operations.map((one) => [one, declared(one)])) as Record<Operation, Capability>;
}

/** `shows: false`: a vendor that lists nothing, of which only the mirror shows anything. */
export function eventfulProvider(vendor: EventfulVendor, { shows = true, stream = false } = {}) {
  const answer = <T>(call: string, value: T): T => {
    vendor.calls.push(call);
    if (vendor.fails?.(call)) throw new Error('the vendor fails');
    return structuredClone(value);
  };
  const page = <T>(items: readonly T[], position = '0') => {
    const start = Number(position);
    const next = start + pageSize < items.length ? String(start + pageSize) : undefined;
    return { items: items.slice(start, start + pageSize), next };
  };
  const newestFirst = () =>
    [...vendor.conversations.values()].sort((left, right) =>
      (left.updatedAt ?? '') < (right.updatedAt ?? '') ? 1 : -1,
    );
  const reads = {
    conversations: {
      list: async (_query: unknown, { position }: { position?: string | undefined }) =>
        answer('list', page(newestFirst(), position)),
      get: async (id: string) => answer(`get ${id}`, vendor.conversations.get(id) as NativeConversation),
    },
    messages: {
      list: async (id: string, { position }: { position?: string | undefined }) =>
        answer(`messages ${id}`, page((vendor.messages.get(id) ?? []).toReversed(), position)),
    },
  };
  const writes = {
    conversations: {
      close: async (id: string) => void answer(`close ${id}`, undefined),
      reopen: async (id: string) => void answer(`reopen ${id}`, undefined),
      markRead: async (id: string) => void answer(`markRead ${id}`, undefined),
      assign: async (id: string) => void answer(`assign ${id}`, undefined),
      unassign: async (id: string) => void answer(`unassign ${id}`, undefined),
    },
    messages: {
      edit: async (id: string) => void answer(`edit ${id}`, undefined),
      delete: async (id: string) => void answer(`delete ${id}`, undefined),
      send: async (id: string, { text }: { text?: string | undefined }) =>
        answer(
          `send ${id}`,
          messageOf(`sent-${vendor.calls.length}`, text ?? '', new Date().toISOString(), 'outbound'),
        ),
    },
  };
  const handlers = {
    conversations: { ...(shows && reads.conversations), ...writes.conversations },
    messages: { ...(shows && reads.messages), ...writes.messages },
    notes: {
      add: async (id: string, { text }: { text: string }) =>
        answer(`note ${id}`, {
          ...{ nativeId: `note-${vendor.calls.length}`, text, createdAt: new Date().toISOString(), raw: undefined },
          author: { kind: 'agent' as const },
        }),
    },
  };
  return defineProvider({
    id: 'eventful',
    name: 'Eventful',
    specVersion: 1,
    config: z.strictObject({ credentials: z.strictObject({}), options: z.strictObject({}).prefault({}) }),
    capabilities: capabilitiesOf(shows),
    transport: { baseUrl: () => 'https://eventful.example.com', headers: () => ({}) },
    webhooks: {
      redeliverStatus: 503,
      read: (body) => ({ events: [], ...(body as EventfulBody) }),
      samples: ({ conversationId, text, now }) => [
        {
          name: 'written',
          body: { events: [received(conversationId, messageOf('m1', text, new Date(now).toISOString()))] },
        },
      ],
    },
    polling: { minIntervalMs: 20, maxIntervalMs: 40, budgetShare: 1 },
    connect: () => ({
      handlers: handlers as never,
      native: {},
      ...(stream && {
        events: {
          stream: (sink: StreamSink) =>
            new Promise<void>((resolve) => {
              vendor.sink = sink;
              vendor.endStream = resolve;
              sink.signal.addEventListener('abort', () => resolve(), { once: true });
              sink.opened();
            }),
        },
      }),
    }),
  });
}

export function createVendor(): EventfulVendor {
  return {
    conversations: new Map(),
    messages: new Map(),
    calls: [],
    fails: undefined,
    sink: undefined,
    endStream: () => {},
  };
}

export interface EventfulTenants {
  readonly vendor: EventfulVendor;
  readonly store: Store;
  readonly tenants: Tenants;
  /** Posts a webhook of `acme`'s connection `mail`. */
  post(
    body: unknown,
    options?: { readonly path?: string; readonly headers?: Record<string, string> },
  ): Promise<Response>;
}

/** Two tenants with one connection each, at one vendor. */
export function eventfulTenants({
  shows = true,
  stream = false,
  store = createMemoryStore(),
  vendor = createVendor(),
  config = {} as EventsConfig,
} = {}): EventfulTenants {
  const provider = eventfulProvider(vendor, { shows, stream });
  const connection = { id: 'mail', provider: 'eventful', credentials: {}, webhook: { secrets: [secret] }, ...config };
  const tenants = createTenants({
    providers: [provider],
    store,
    resolve: { tenants: { acme: { connections: [connection] }, globex: { connections: [connection] } } } as never,
  });
  onTestFinished(() => tenants.close());
  return {
    vendor,
    store,
    tenants,
    post: (body, { path = `/hooks/acme/mail/${secret}`, headers = {} } = {}) =>
      tenants.webhooks(
        new Request(`https://you.example${path}`, {
          method: 'POST',
          headers,
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
  };
}

export function at(minute: number): string {
  return new Date(Date.parse('2026-03-01T10:00:00Z') + minute * 60_000).toISOString();
}

export function conversationOf(
  nativeId: string,
  minute: number,
  more: Partial<NativeConversation> = {},
): NativeConversation {
  return {
    nativeId,
    status: 'open',
    channel: { id: 'ch', kind: 'email' },
    contact: { id: `contact-${nativeId}`, name: `Contact ${nativeId}` },
    createdAt: at(0),
    updatedAt: at(minute),
    raw: undefined,
    ...more,
  };
}

export function messageOf(
  nativeId: string,
  text: string,
  createdAt: string,
  direction: 'inbound' | 'outbound' = 'inbound',
): NativeMessage {
  const author = { kind: direction === 'inbound' ? ('contact' as const) : ('agent' as const) };
  const delivery = { state: 'delivered' as const };
  return { nativeId, kind: 'message', direction, author, text, attachments: [], delivery, createdAt, raw: undefined };
}

/** The event of a message that came in. */
export function received(conversationId: string, message: NativeMessage): NativeEvent {
  const { raw: _raw, ...facts } = message;
  return {
    type: message.direction === 'inbound' ? 'message.received' : 'message.sent',
    key: message.nativeId,
    conversationId,
    occurredAt: message.createdAt,
    message: facts,
    conversation: {
      nativeId: conversationId,
      status: 'open',
      contact: { id: `contact-${conversationId}`, name: 'Kim' },
      channel: { id: 'ch', kind: 'email' },
      updatedAt: message.createdAt,
      lastMessage: { text: message.text, createdAt: message.createdAt },
    },
  };
}
