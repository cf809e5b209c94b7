import { createTenants, type Inbox, type TenantConfig, type TenantInbox } from '@anyinbox/core';
import { everythingProvider } from '../support/everything-provider.ts';
import { toy } from '../support/toy-provider.ts';

const { provider: everything } = everythingProvider();
const providers = [toy, everything] as const;

// The provider that a connection names decides what its credentials and options are.
createTenants({
  providers,
  resolve: (_tenantId) => ({
    connections: [
      { id: 'a', provider: 'toy', credentials: { token: 'x' }, options: { baseUrl: 'https://example.com' } },
      { id: 'b', provider: 'toy', credentials: async () => ({ token: 'x' }), timeoutMs: 5 },
      { id: 'c', provider: 'everything', credentials: {}, options: {} },
    ],
  }),
});
createTenants({
  providers,
  resolve: { tenants: { acme: { connections: [{ id: 'a', provider: 'toy', credentials: { token: 'x' } }] } } },
});

createTenants({
  providers,
  // @ts-expect-error no such provider is registered
  resolve: (_tenantId) => ({ connections: [{ id: 'a', provider: 'brevo', credentials: { token: 'x' } }] }),
});
createTenants({
  providers,
  // @ts-expect-error the toy's credential is called token
  resolve: (_tenantId) => ({ connections: [{ id: 'a', provider: 'toy', credentials: { apiKey: 'x' } }] }),
});
createTenants({
  providers,
  // @ts-expect-error everything has no token
  resolve: (_tenantId) => ({ connections: [{ id: 'a', provider: 'everything', credentials: { token: 'x' } }] }),
});
createTenants({
  providers,
  // @ts-expect-error a connection has an id
  resolve: (_tenantId) => ({ connections: [{ provider: 'toy', credentials: { token: 'x' } }] }),
});

// A configuration from a database is unknown until it is checked; it may be passed as what it should be.
declare const stored: TenantConfig<typeof providers>;
const tenants = createTenants({ providers, resolve: async () => stored });

// What a tenant's inbox is goes wherever an inbox goes.
async function work(inbox: Inbox): Promise<void> {
  for await (const conversation of inbox.conversations.list({ status: 'open' }))
    await inbox.conversations.close(conversation.id);
}
const inbox: TenantInbox = await tenants.inbox('acme');
void work(inbox);
void work(inbox.connection('a'));
const carriers: readonly string[] = inbox.capabilities['conversations.list'].connections;
void carriers;
if (inbox.supports('conversations.reopen')) await inbox.conversations.reopen('id');
inbox.conversations.list({ status: 'open', strict: true });
