import * as z from 'zod';
import { type OpenInbox, openInbox } from '../inbox/index.ts';
import { type Capability, defineProvider, type Operation, operations } from '../provider/index.ts';
import type { Store } from '../store/index.ts';

/** What can still be read of a connection that is configured no more. */
const readable: ReadonlySet<Operation> = new Set([
  'conversations.list',
  'conversations.get',
  'messages.list',
  'messages.get',
  'channels.list',
  'channels.get',
  'agents.list',
]);

const mirrored: Capability = { level: 'partial', via: 'mirror', basis: 'documented' };
const none: Capability = { level: 'none', because: 'vendor', note: 'This connection was removed.' };
const declared = Object.fromEntries(operations.map((one) => [one, readable.has(one) ? mirrored : none]));

/** The mirror of a connection that is gone from the configuration; undefined when nothing was ever heard on it. */
export async function openRemoved(
  store: Store,
  tenantId: string,
  connectionId: string,
): Promise<OpenInbox | undefined> {
  const [first] = await store.events({ tenantId, connectionIds: [connectionId], limit: 1 });
  if (!first) return undefined;
  const provider = defineProvider({
    id: first.event.provider,
    name: first.event.provider,
    specVersion: 1,
    config: z.object({ credentials: z.object({}), options: z.object({}) }),
    capabilities: declared as Record<Operation, Capability>,
    // Nothing of it makes a request.
    transport: { baseUrl: () => 'http://127.0.0.1', headers: () => ({}) },
    connect: () => ({ handlers: {} as never, native: {} }),
  });
  const kept = { store, record: async () => [] };
  return openInbox(provider, { credentials: {}, connectionId }, { tenantId, kept });
}
