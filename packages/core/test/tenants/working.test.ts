import { type AnyProvider, createMemoryStore, type Store } from '@anyinbox/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tenantsOf, until, workFor } from '../support/event-tenants.ts';
import { createVendor, eventfulProvider, eventfulTenants } from '../support/eventful-vendor.ts';
import { failure } from '../support/failure.ts';
import { streaming } from '../support/streaming-provider.ts';

const connectionOf = (more: object = {}) => ({ id: 'mail', provider: 'eventful', credentials: {}, ...more });
const lease = JSON.stringify(['acme', 'mail']);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('who works for a connection', () => {
  test('takes over from a worker that is gone when its lease is over, and not before', async () => {
    let now = Date.now();
    const store = createMemoryStore({ now: () => now });
    expect(await store.lease(lease, 'one that was killed', 15_000)).toBe(true);
    const vendor = createVendor();
    const { tenants } = tenantsOf(
      [eventfulProvider(vendor)],
      { tenants: { acme: { connections: [connectionOf()] } } },
      { store },
    );
    workFor(tenants);
    await pause(100);
    expect(vendor.calls).toEqual([]);
    now += 15_001;
    await until(() => vendor.calls.length > 0);
    expect(await store.lease(lease, 'one that was killed', 15_000)).toBe(false);
  });

  test('gives its leases back when it ends, promptly, also in the middle of a call', async () => {
    const store = createMemoryStore();
    const vendor = createVendor();
    const plain = eventfulProvider(vendor);
    let asked = false;
    const hanging = {
      ...plain,
      connect: (context: Parameters<typeof plain.connect>[0]) => {
        const connected = plain.connect(context);
        const list = (_query: unknown, _page: unknown, { signal }: { signal?: AbortSignal }) =>
          new Promise<never>((_, reject) => {
            asked = true;
            signal?.addEventListener('abort', () => reject(new Error('aborted')));
          });
        const conversations = { ...connected.handlers.conversations, list };
        return { ...connected, handlers: { ...connected.handlers, conversations: conversations as never } };
      },
    };
    const { tenants } = tenantsOf(
      [hanging as unknown as AnyProvider],
      { tenants: { acme: { connections: [connectionOf()] } } },
      { store },
    );
    const end = workFor(tenants);
    await until(() => asked);
    expect(await store.lease(lease, 'another', 1000)).toBe(false);
    const startedAt = performance.now();
    await end();
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(await store.lease(lease, 'another', 1000)).toBe(true);
  });

  test('shares the connections of many tenants with others, each worked for by one', async () => {
    const store = createMemoryStore();
    const names = Array.from({ length: 20 }, (_, index) => `tenant ${index}`);
    const workers = Array.from({ length: 3 }, () => {
      const vendor = createVendor();
      const asked = new Set<string>();
      const { tenants } = tenantsOf(
        [eventfulProvider(vendor)],
        (id: string) => {
          asked.add(id);
          return names.includes(id) ? { connections: [connectionOf()] } : undefined;
        },
        { store },
      );
      return { vendor, tenants };
    });
    const warnings: unknown[] = [];
    const warned = (warning: unknown) => warnings.push(warning);
    process.on('warning', warned);
    onTestFinished(() => void process.off('warning', warned));
    for (const { tenants } of workers) workFor(tenants, async () => names);
    await until(() => workers.reduce((sum, { vendor }) => sum + vendor.calls.length, 0) >= 100);
    const held = await Promise.all(names.map((name) => store.lease(JSON.stringify([name, 'mail']), 'nobody', 1)));
    expect(held).toEqual(names.map(() => false));
    expect(warnings).toEqual([]);
  });

  test('does so with credentials that are a function, and holds their stream open', async () => {
    const vendor = createVendor();
    const { provider, sinks } = streaming(vendor);
    let asked = 0;
    const credentials = () => {
      asked++;
      return {};
    };
    const { tenants } = tenantsOf([provider], { tenants: { acme: { connections: [connectionOf({ credentials })] } } });
    workFor(tenants);
    await until(() => vendor.calls.length > 2 && sinks.length === 1);
    expect(asked).toBeGreaterThan(0);
  });

  test('is held up by no tenant whose configuration does not come', async () => {
    const vendor = createVendor();
    const { tenants } = tenantsOf([eventfulProvider(vendor)], (id: string) =>
      id === 'hanging' ? new Promise(() => {}) : { connections: [connectionOf()] },
    );
    const end = workFor(tenants, () => ['hanging', 'acme']);
    await until(() => vendor.calls.length > 2, 3000);
    const startedAt = performance.now();
    await end();
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test('stops for a connection, and for a tenant, that is there no more', async () => {
    const stops = async (gone: 'connection' | 'tenant') => {
      const vendor = createVendor();
      const { provider, sinks } = streaming(vendor);
      const store = createMemoryStore();
      let leases = 0;
      const counting: Store = {
        ...store,
        lease: (...args) => {
          leases++;
          return store.lease(...args);
        },
      };
      let config: object | undefined = { connections: [connectionOf(), connectionOf({ id: 'chat' })] };
      const { tenants } = tenantsOf([provider], () => config, { store: counting });
      workFor(tenants, () => ['acme']);
      await until(() => vendor.calls.length > 4 && sinks.length === 2);
      config = gone === 'tenant' ? undefined : { connections: [connectionOf({ id: 'chat' })] };
      tenants.invalidate('acme');
      const ended = () => sinks.filter(({ signal }) => signal.aborted).length;
      await until(() => ended() === (gone === 'tenant' ? 2 : 1));
      await until(() => store.lease(lease, 'another', 60_000));
      const before = leases;
      await pause(1200);
      // Nobody tries for it again.
      expect(leases).toBe(before);
    };
    await Promise.all([stops('connection'), stops('tenant')]);
  });

  test('leases nothing for a connection of which everything is told by webhooks', async () => {
    const leased: string[] = [];
    const memory = createMemoryStore();
    const store: Store = {
      ...memory,
      lease: (name, owner, ttlMs) => {
        leased.push(JSON.parse(name)[1]);
        return memory.lease(name, owner, ttlMs);
      },
    };
    const plain = eventfulProvider(createVendor());
    const stream = streaming(createVendor());
    const connections = [
      connectionOf({ polling: false }),
      connectionOf({ id: 'kept', polling: false, keepFor: 60_000 }),
      connectionOf({ id: 'streamed', provider: 'streamed', polling: false }),
    ];
    const streamed: AnyProvider = { ...stream.provider, id: 'streamed' };
    const { tenants } = tenantsOf([plain, streamed], { tenants: { acme: { connections } } }, { store });
    workFor(tenants);
    await until(async () => leased.length === 3 && (await memory.lease(lease, 'another', 1)));
    expect(await memory.lease(JSON.stringify(['acme', 'kept']), 'another', 1)).toBe(false);
    expect(await memory.lease(JSON.stringify(['acme', 'streamed']), 'another', 1)).toBe(false);
    await pause(5500);
    expect(leased.toSorted()).toEqual(['kept', 'kept', 'mail', 'streamed', 'streamed']);
    expect(stream.sinks).toHaveLength(1);
  });

  test('follows a connection to another vendor', async () => {
    const [first, second] = [createVendor(), createVendor()];
    const [one, two] = [streaming(first), streaming(second)];
    let connections = [connectionOf()];
    const other: AnyProvider = { ...two.provider, id: 'second' };
    const { tenants } = tenantsOf([one.provider, other], () => ({ connections }));
    workFor(tenants, () => ['acme']);
    await until(() => one.sinks.length === 1);
    connections = [connectionOf({ provider: 'second' })];
    tenants.invalidate('acme');
    await until(() => two.sinks.length === 1 && second.calls.length > 1);
    expect(one.sinks[0]?.signal.aborted).toBe(true);
  });

  test('opens the stream anew when the account is another one, and not because nothing changed', async () => {
    const vendor = createVendor();
    const { provider, sinks } = streaming(vendor);
    let config = { connections: [connectionOf({ deadlineMs: 5000 })] };
    const { tenants } = tenantsOf([provider], () => structuredClone(config));
    workFor(tenants, () => ['acme']);
    await until(() => sinks.length === 1);
    tenants.invalidate('acme');
    await pause(200);
    expect(sinks).toHaveLength(1);
    config = { connections: [connectionOf({ deadlineMs: 6000 })] };
    tenants.invalidate('acme');
    await until(() => sinks.length === 2);
    expect(sinks[0]?.signal.aborted).toBe(true);
    expect(sinks[1]?.signal.aborted).toBe(false);
  });

  test('refuses to begin without knowing for whom', async () => {
    const { tenants } = tenantsOf([eventfulProvider(createVendor())], () => undefined);
    expect(await failure(tenants.work({ signal: AbortSignal.timeout(50) }))).toMatchObject({ code: 'invalid-request' });
  });

  test('goes on with those it knows while the list of tenants cannot be had', async () => {
    const { tenants, vendor } = eventfulTenants();
    let asked = 0;
    const end = workFor(tenants, () => {
      if (asked++ > 0) throw new Error('the database is away');
      return ['acme'];
    });
    await until(() => vendor.calls.length > 2);
    await end();
  });
});
