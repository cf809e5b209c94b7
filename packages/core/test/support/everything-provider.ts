import {
  type AllHandlers,
  type Call,
  defineProvider,
  type Operation,
  operations,
  type SupportedCapability,
} from '@anyinbox/core/provider';
import * as z from 'zod';

const full = { level: 'full', via: 'native', basis: 'documented' } as const;
const limits = {
  filters: ['status', 'channelId', 'assignee', 'unread', 'search'],
  as: ['agent', 'person'],
  note: true,
  fields: ['name', 'active'],
} as const;

const conversation = {
  nativeId: 'c',
  channel: { kind: 'unknown' },
  contact: {},
  status: 'unknown',
  assignee: null,
  raw: 1,
} as const;
const message = {
  nativeId: 'm',
  kind: 'message',
  direction: 'inbound',
  author: { kind: 'unknown' },
  text: '',
  attachments: [],
  delivery: { state: 'unknown' },
  createdAt: '2026-01-01T00:00:00.000Z',
  complete: false,
  raw: 1,
} as const;
const note = { nativeId: 'n', author: { kind: 'agent' }, text: 'x', raw: 1 } as const;
const channel = { nativeId: 'ch', kind: 'unknown', nativeKind: 'x', name: 'x', raw: 1 } as const;

/** Declares every operation without limits and records what its handlers are given. */
export function everythingProvider() {
  const received: unknown[][] = [];
  const record =
    <T>(name: string, result: T) =>
    async (...args: unknown[]): Promise<T> => {
      // The last argument is the call, which is no data.
      received.push([name, ...args.slice(0, -1)]);
      (args.at(-1) as Call).signal?.throwIfAborted();
      return result;
    };
  const handlers: AllHandlers = {
    conversations: {
      list: record('list', { items: [conversation] }),
      get: record('get', conversation),
      close: record('close', undefined),
      reopen: record('reopen', undefined),
      markRead: record('markRead', undefined),
      assign: record('assign', undefined),
      unassign: record('unassign', undefined),
    },
    messages: {
      list: record('list', { items: [message] }),
      get: record('get', { ...message, conversationId: 'c' }),
      send: record('send', message),
      edit: record('edit', undefined),
      delete: record('delete', undefined),
    },
    notes: { add: record('add', note), list: record('list', { items: [note] }) },
    channels: {
      list: record('list', { items: [channel] }),
      get: record('get', channel),
      createWebsite: record('createWebsite', channel),
      update: record('update', undefined),
      delete: record('delete', undefined),
      rotateToken: record('rotateToken', undefined),
      setAiAgent: record('setAiAgent', undefined),
    },
    agents: { list: record('list', { items: [{ id: 'a', raw: 1 }] }), setOnline: record('setOnline', undefined) },
    groups: { list: record('list', { items: [{ id: 'g', name: 'Sales', raw: 1 }] }) },
  };
  const supported: SupportedCapability = { ...full, limits };
  const capabilities = Object.fromEntries(operations.map((operation) => [operation, supported])) as Record<
    Operation,
    SupportedCapability
  >;
  const provider = defineProvider({
    id: 'everything',
    name: 'Everything',
    specVersion: 1,
    config: z.strictObject({ credentials: z.strictObject({}), options: z.strictObject({}) }),
    capabilities,
    transport: { baseUrl: () => 'https://everything.example.com', headers: () => ({}) },
    connect: () => ({ handlers, native: {} }),
  });
  return { provider, received };
}
