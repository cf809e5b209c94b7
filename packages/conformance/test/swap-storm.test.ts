import { createTenants, type InboxError, type TenantConfig } from '@anyinbox/core';
import { startSendyiqEmulator, startSmartsenderEmulator } from '@anyinbox/emulators';
import { sendyiqChat } from '@anyinbox/sendyiq';
import { smartsender } from '@anyinbox/smartsender';
import { describe, expect, it, onTestFinished } from 'vitest';

const tenantIds = ['acme', 'globex', 'initech'];
const swaps = 300;
const callsPerSwap = 10;

/** Every tenant has an account at each of two vendors, with credentials of its own, and is swapped between them while calls run. */
async function setUp() {
  const accounts = await Promise.all(
    tenantIds.map(async (tenantId) => {
      const token = `token-of-${tenantId}`;
      const apiKey = `key.secret-of-${tenantId}`;
      const [bots, chat] = await Promise.all([
        startSmartsenderEmulator({ token, conversations: 5, rateLimit: false }),
        startSendyiqEmulator({ apiKey, conversations: 5 }),
      ]);
      return {
        tenantId,
        token,
        apiKey,
        bots,
        chat,
        vendor: 'smartsender' as 'smartsender' | 'sendyiq-chat',
        resolved: 0,
      };
    }),
  );
  const resolve = async (
    tenantId: string,
  ): Promise<TenantConfig<readonly [typeof smartsender, typeof sendyiqChat]> | undefined> => {
    const account = accounts.find((one) => one.tenantId === tenantId);
    if (!account) return undefined;
    account.resolved++;
    const { vendor, token, apiKey, bots, chat } = account;
    await new Promise((resolve) => setTimeout(resolve, account.resolved % 3));
    return vendor === 'smartsender'
      ? {
          connections: [
            { id: 'bots', provider: 'smartsender', credentials: { token }, options: { baseUrl: bots.url } },
          ],
        }
      : {
          connections: [
            { id: 'chat', provider: 'sendyiq-chat', credentials: { apiKey }, options: { baseUrl: chat.url } },
          ],
        };
  };
  // The test asks for far more a minute than a vendor allows; what is measured here is not the budget.
  const unlimited = { ...smartsender, transport: { ...smartsender.transport, limits: {} } };
  const tenants = createTenants({
    providers: [unlimited, sendyiqChat],
    resolve,
    defaults: { maxAttempts: 1, maxWaiting: 5000 },
  });
  onTestFinished(async () => {
    await tenants.close();
    await Promise.all(accounts.flatMap(({ bots, chat }) => [bots.close(), chat.close()]));
  });
  return { accounts, tenants };
}

const openSockets = () => process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;

describe('a storm of swaps', () => {
  it('ends every call in the configuration it began in, and shows no tenant another one', {
    timeout: 120_000,
  }, async () => {
    const before = openSockets();
    const { accounts, tenants } = await setUp();
    const results: Promise<string>[] = [];
    const sends: { tenantId: string; text: string; connectionId: string | undefined }[] = [];
    const refused: string[] = [];
    const note = (call: Promise<{ connectionId: string } | undefined>, tenantId: string) =>
      results.push(
        call.then(
          (result) => `${tenantId} ${result?.connectionId}`,
          (error: InboxError) => `${tenantId} ${error.code} ${error.tenantId}`,
        ),
      );

    for (let swap = 0; swap < swaps; swap++) {
      const account = accounts[swap % accounts.length] as (typeof accounts)[number];
      account.vendor = account.vendor === 'smartsender' ? 'sendyiq-chat' : 'smartsender';
      tenants.invalidate(account.tenantId);
      for (let call = 0; call < callsPerSwap; call++) {
        const { tenantId, bots, chat } = accounts[(swap + call) % accounts.length] as (typeof accounts)[number];
        const inbox = await tenants.inbox(tenantId);
        const native = {
          bots: String(bots.state.conversations[0]?.id),
          chat: chat.state.conversations.find(({ channelType }) => channelType === 'Website')?.id,
        };
        const [connection] = inbox.connections;
        const id = `${connection?.id}:${native[connection?.id as 'bots' | 'chat']}`;
        if (call % 5 === 4) {
          const text = `storm ${swap}-${call}`;
          const sending = inbox.messages.send(id, { text });
          sending.then(
            (sent) => sends.push({ tenantId, text, connectionId: sent.id.split(':')[0] }),
            () => refused.push(text),
          );
          note(
            sending.then((sent) => ({ connectionId: String(sent.id.split(':')[0]) })),
            tenantId,
          );
        } else if (call % 2 === 0)
          note(
            inbox.conversations
              .list({ limit: 2 })
              .toArray({ limit: 3 })
              .then(([first]) => first),
            tenantId,
          );
        else note(inbox.conversations.get(id), tenantId);
      }
      if (swap % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }

    const ended = await Promise.all(results);
    expect(ended).toHaveLength(swaps * callsPerSwap);
    // A call by id may meet a configuration that no longer has the connection; nothing else may go wrong, and never for another tenant.
    const allowed = tenantIds.flatMap((id) => [`${id} bots`, `${id} chat`, `${id} unknown-connection ${id}`]);
    expect([...new Set(ended)].filter((result) => !allowed.includes(result))).toEqual([]);
    expect(ended.filter((result) => /(bots|chat)$/.test(result)).length).toBeGreaterThan(ended.length / 2);

    // What was said to be sent arrived once, at the tenant's account of that connection; what was refused arrived nowhere.
    const arrived = new Map<string, string[]>();
    for (const { tenantId, bots, chat } of accounts)
      for (const [place, { conversations }] of [
        [`${tenantId} bots`, bots.state],
        [`${tenantId} chat`, chat.state],
      ] as const)
        for (const message of conversations.flatMap(({ messages }): unknown[] => messages)) {
          const text = /storm \d+-\d+/.exec(JSON.stringify(message))?.[0];
          if (text) arrived.set(text, [...(arrived.get(text) ?? []), place]);
        }
    expect(sends.length).toBeGreaterThan(100);
    for (const { tenantId, text, connectionId } of sends)
      expect(arrived.get(text)).toEqual([`${tenantId} ${connectionId}`]);
    for (const text of refused) expect(arrived.get(text)).toBeUndefined();

    // Retired configurations let go of their connections: none is left but what the emulators listen on.
    await tenants.close();
    await expect.poll(openSockets, { timeout: 5000 }).toBe(before);

    for (const { tenantId, bots, chat } of accounts) {
      expect(bots.requests.length + chat.requests.length).toBeGreaterThan(0);
      for (const { headers, status } of [...bots.requests, ...chat.requests]) {
        expect(status).toBe(200);
        const everything = JSON.stringify(headers);
        for (const other of tenantIds) if (other !== tenantId) expect(everything).not.toContain(`of-${other}`);
      }
    }
  });
});
