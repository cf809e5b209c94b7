import assert from 'node:assert/strict';
import {
  createMemoryStore,
  createTenants,
  formatId,
  type Operation,
  operations,
  type Store,
  sampleWebhooks,
  type TenantInbox,
} from '@anyinbox/core';
import { isMirrored } from '../declared.ts';
import { results } from '../model-schemas.ts';
import type { TestRunner } from '../runner.ts';
import { connectionId } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';

/** With a store: what the vendor tells is kept, and what is declared of the mirror is served from it. */
export function testMirror<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const { provider } = target;
  const mirrored = operations.filter((operation) => isMirrored(provider.capabilities[operation]));
  if (mirrored.length === 0) return;
  runner.describe('with a store', () => {
    runner.it('has a way to hear of what happens', async () => {
      assert.ok(provider.webhooks ?? provider.polling, 'nothing ever fills the mirror');
    });
    for (const operation of mirrored)
      runner.it(`${operation} is served from the mirror`, () =>
        withMirror(target, async (inbox, vendor) => {
          assert.equal(inbox.supports(operation), true);
          const result = await read(inbox, operation, formatId(connectionId, vendor.known.conversation));
          const parsed = results[operation].safeParse(result);
          assert.ok(parsed.success, `the result of ${operation} is not of the model: ${parsed.error?.message}`);
          for (const { provenance } of itemsOf(result))
            if (provenance) assert.equal(provenance.source, 'mirror', 'it does not say that the mirror shows it');
        }),
      );
    if (provider.webhooks)
      runner.it('the same webhooks twice are the same events', () =>
        withMirror(target, async (_inbox, vendor, { store, tell }) => {
          const head = await store.head();
          await tell(vendor);
          assert.equal(await store.head(), head, 'a webhook that came twice was written twice');
        }),
      );
  });
}

interface Told<V> {
  readonly store: Store;
  tell(vendor: V): Promise<void>;
}

const secret = 'conformance-webhook-secret';
const tenantId = 'acme';

async function withMirror<V extends RunningVendor>(
  target: ProviderTarget<V>,
  work: (inbox: TenantInbox, vendor: V, told: Told<V>) => Promise<void>,
): Promise<void> {
  const { provider } = target;
  const vendor = await target.start();
  const store = createMemoryStore();
  const webhook = provider.webhooks && { secrets: [secret] };
  const connection = { id: connectionId, provider: provider.id, ...target.configure(vendor.url), webhook };
  const tenants = createTenants({
    providers: [provider],
    store,
    resolve: { tenants: { [tenantId]: { connections: [connection] } } },
  });
  const now = Date.parse('2026-05-05T10:00:00Z');
  const tell = async ({ known }: V) => {
    if (!provider.webhooks) return;
    const url = `http://localhost/${tenantId}/${connectionId}`;
    const options = { url, secret, conversationId: known.conversation, text: 'Told by a webhook', now };
    for (const { name, request } of sampleWebhooks(provider, options)) {
      const answer = await tenants.webhooks(request);
      assert.equal(answer.status, 200, `the webhook ${name} was not taken`);
    }
  };
  try {
    await tell(vendor);
    const inbox = await tenants.inbox(tenantId);
    if (provider.polling) for await (const { done } of inbox.backfill()) if (done) break;
    await work(inbox, vendor, { store, tell });
  } finally {
    await tenants.close();
    await store.close();
    await vendor.close();
  }
}

async function read(inbox: TenantInbox, operation: Operation, conversationId: string): Promise<unknown> {
  const first = async (items: readonly { readonly id: string }[]) => {
    assert.ok(items[0], `${operation}: the mirror is empty`);
    return items[0].id;
  };
  switch (operation) {
    case 'conversations.list':
      return notEmpty(await inbox.conversations.list());
    case 'conversations.get':
      return inbox.conversations.get(conversationId);
    case 'messages.list':
      return notEmpty(await inbox.messages.list(conversationId));
    case 'messages.get':
      return inbox.messages.get(await first((await inbox.messages.list(conversationId)).items));
    case 'channels.list':
      return notEmpty(await inbox.channels.list());
    case 'channels.get':
      return inbox.channels.get(await first((await inbox.channels.list()).items));
    case 'agents.list':
      return notEmpty(await inbox.agents.list());
    default:
      throw new Error(`core serves no ${operation} from the mirror`);
  }
}

function notEmpty<P extends { readonly items: readonly unknown[] }>(page: P): P {
  assert.ok(page.items.length > 0, 'the mirror is empty');
  return page;
}

function itemsOf(result: unknown): readonly { readonly provenance?: { readonly source: string } }[] {
  const { items } = result as { readonly items?: readonly object[] };
  return items ?? [result as object];
}
