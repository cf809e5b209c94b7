import {
  baseUrl,
  type Capabilities,
  defineProvider,
  documented,
  entityMapper,
  operations,
  readEntity,
  secret,
} from '@anyinbox/core/provider';
import * as z from 'zod';

const none = { level: 'none', because: 'vendor' } as const;
const full = { level: 'full', via: 'native', basis: 'documented' } as const;

/** A small vendor for core's own tests: pages of numbered conversations, text messages, notes. */
export const toyCapabilities = {
  ...(Object.fromEntries(operations.map((operation) => [operation, none])) as Record<
    (typeof operations)[number],
    typeof none
  >),
  'conversations.list': { ...full, limits: { filters: ['status', 'assignee', 'channelId'], statuses: ['open'] } },
  'conversations.get': full,
  'conversations.close': full,
  'conversations.assign.agent': { ...full, limits: { note: true } },
  'messages.list': full,
  'messages.send.text': { ...full, limits: { as: ['agent'] } },
  'messages.send.file': {
    ...full,
    level: 'partial',
    limits: { attachments: 1, caption: false, kinds: ['image', 'file'], names: false },
  },
  'notes.add': full,
  'agents.list': full,
  'channels.update': { ...full, level: 'partial', limits: { fields: ['active'] } },
} as const satisfies Capabilities;

const entity = z.looseObject({ id: z.union([z.string(), z.number()]), name: documented(z.string()) });
const page = z.object({ items: z.array(z.unknown()), next: z.string().optional() });

export const toy = defineProvider({
  id: 'toy',
  name: 'Toy',
  specVersion: 1,
  config: z.strictObject({
    credentials: z.strictObject({ token: secret() }),
    options: z.strictObject({ baseUrl: baseUrl().optional() }).default({}),
  }),
  capabilities: toyCapabilities,
  transport: {
    baseUrl: ({ options }) => options.baseUrl ?? 'https://toy.example.com',
    headers: ({ credentials }) => ({ 'x-token': { prefix: 'Toy ', secret: credentials.token } }),
    readError: (body) => {
      const error = (body as { error?: { code?: number } } | null)?.error;
      return error ? { vendorCode: error.code, status: error.code } : undefined;
    },
    requestIdHeader: 'x-request-id',
    limits: {
      budget: { requests: 100, perMs: 60_000, sendReserve: 10 },
      remainingHeader: 'x-left',
      resetHeader: { name: 'x-reset', unit: 'seconds' },
    },
  },
  connect({ normalize, reportDrift, now }) {
    const conversation = entityMapper(normalize, 'conversation', (raw) => {
      const { id, name } = readEntity('conversation', entity, raw, reportDrift);
      return {
        nativeId: String(id),
        channel: { id: 'c1', kind: 'website' },
        contact: { id: `p${id}`, ...(name == null ? {} : { name }) },
        assignee: { agent: { id: 'a1' }, group: { id: 'g1', name: 'Sales' } },
        status: 'open',
        raw,
      };
    });
    const message = (raw: unknown, text: string) => ({
      nativeId: String((raw as { id: unknown }).id),
      kind: 'message' as const,
      direction: 'outbound' as const,
      author: { kind: 'agent' as const, id: 'a1' },
      text,
      attachments: [],
      delivery: { state: 'sent' as const },
      createdAt: new Date(now()).toISOString(),
      raw,
    });
    const identified = z.looseObject({ id: z.union([z.string(), z.number()]) });
    return {
      handlers: {
        conversations: {
          async list(query, { position, limit }, call) {
            const body = await call.request({
              method: 'GET',
              path: '/conversations',
              query: {
                position,
                limit,
                status: query.status,
                channel: query.channelId,
                agent: query.assignee === null ? 'nobody' : query.assignee?.agentId,
              },
              effect: 'read',
              response: page,
            });
            return { items: body.items.map(conversation), next: body.next };
          },
          async get(id, call) {
            const path = '/conversations/{id}';
            return conversation(
              await call.request({ method: 'GET', path, params: { id }, effect: 'read', response: z.unknown() }),
            );
          },
          async close(id, call) {
            const path = '/conversations/{id}/close';
            await call.request({ method: 'PUT', path, params: { id }, effect: 'write', response: z.unknown() });
          },
          async assign(id, target, { note }, call) {
            const path = '/conversations/{id}/assign';
            await call.request({
              method: 'POST',
              path,
              params: { id },
              body: { ...target, note },
              effect: 'write',
              response: z.unknown(),
            });
          },
        },
        messages: {
          async list(id, { position }, call) {
            const path = '/conversations/{id}/messages';
            const body = await call.request({
              method: 'GET',
              path,
              params: { id },
              query: { position },
              effect: 'read',
              response: page,
            });
            return { items: body.items.map((raw) => message(raw, 'hello')), next: body.next };
          },
          async send(id, draft, call) {
            const sent = await call.request({
              method: 'POST',
              path: '/conversations/{id}/messages',
              params: { id },
              body: { text: draft.text, file: draft.attachments?.[0], as: draft.as, options: draft.options },
              effect: 'send',
              response: identified,
            });
            return message(sent, draft.text ?? '');
          },
        },
        notes: {
          async add(id, { text }, call) {
            const path = '/conversations/{id}/notes';
            const raw = await call.request({
              method: 'POST',
              path,
              params: { id },
              body: { text },
              effect: 'send',
              response: identified,
            });
            return { nativeId: String(raw.id), author: { kind: 'agent' }, text, raw };
          },
        },
        agents: {
          async list(_page, call) {
            const body = await call.request({ method: 'GET', path: '/agents', effect: 'read', response: page });
            return { items: body.items.map((raw) => ({ id: String((raw as { id: unknown }).id), raw })) };
          },
        },
        channels: {
          async update(id, patch, call) {
            const path = '/channels/{id}';
            await call.request({
              method: 'PATCH',
              path,
              params: { id },
              body: { active: patch.active },
              effect: 'write',
              response: z.unknown(),
            });
          },
        },
      },
      native: {
        ping: (input: { readonly word: string }, call) =>
          call.request({
            method: 'POST',
            path: '/ping',
            body: input,
            effect: 'write',
            response: z.object({ pong: z.string() }),
          }),
        account: {
          me: (_input: undefined, call) =>
            call.request({ method: 'GET', path: '/me', effect: 'read', response: z.object({ id: z.number() }) }),
        },
      },
    };
  },
});
