import { createMemoryStore } from '@anyinbox/core';
import { expect, test } from 'vitest';
import { conversationOf, createVendor, eventfulTenants } from '../support/eventful-vendor.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('of two workers on one store one works for a connection, and the other when that one has stopped', async () => {
  const store = createMemoryStore();
  const [first, second] = [createVendor(), createVendor()].map((vendor) => eventfulTenants({ store, vendor }));
  if (!first || !second) throw new Error('unreachable');
  const stops = [new AbortController(), new AbortController()] as const;
  const ids = () => ['acme'];
  const working = [first.tenants.work({ signal: stops[0].signal, tenantIds: ids })];
  await pause(50);
  working.push(second.tenants.work({ signal: stops[1].signal, tenantIds: ids }));
  await pause(150);
  expect(first.vendor.calls.length).toBeGreaterThan(1);
  expect(second.vendor.calls).toEqual([]);
  stops[0].abort();
  await working[0];
  const deadline = Date.now() + 10_000;
  while (second.vendor.calls.length === 0 && Date.now() < deadline) await pause(20);
  expect(second.vendor.calls.length).toBeGreaterThan(0);
  stops[1].abort();
  await Promise.all(working);
});

test('what fails for one connection holds up no other, and it ends promptly', async () => {
  const { tenants, vendor, store } = eventfulTenants();
  vendor.conversations.set('c1', conversationOf('c1', 1));
  let failures = 0;
  vendor.fails = () => failures++ < 3;
  const stop = new AbortController();
  const working = tenants.work({ signal: stop.signal });
  const deadline = Date.now() + 5000;
  const tenantsOf = async () => new Set((await store.events({ limit: 100 })).map(({ event }) => event.tenantId));
  while ((await tenantsOf()).size < 2 && Date.now() < deadline) await pause(10);
  expect(await tenantsOf()).toEqual(new Set(['acme', 'globex']));
  const startedAt = performance.now();
  stop.abort();
  await working;
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test('what is older than `keepFor` is removed, and not written again', async () => {
  const { tenants, post, store } = eventfulTenants({ config: { keepFor: 3_600_000 } });
  const scope = { tenantId: 'acme', connectionId: 'mail' };
  const told = (id: string, occurredAt: string) => ({
    events: [
      {
        type: 'conversation.updated',
        key: id,
        conversationId: id,
        occurredAt,
        conversation: { nativeId: id, updatedAt: occurredAt },
      },
    ],
  });
  const old = new Date(Date.now() - 7_200_000).toISOString();
  expect(await (await post(told('old', old))).json()).toEqual({ accepted: 0 });
  await post(told('new', new Date().toISOString()));
  const [aged] = await store.get(scope, 'conversation', ['new']);
  if (!aged) throw new Error('not written');
  const change = {
    key: { kind: 'conversation', id: 'aged' } as const,
    merge: () => ({ ...aged, id: 'aged', at: old }),
  };
  const [logged] = await store.events({ limit: 1 });
  if (!logged) throw new Error('not logged');
  await store.ingest({
    scope,
    entries: [{ event: { ...logged.event, id: 'aged', receivedAt: old }, changes: [change] }],
  });
  const stop = new AbortController();
  const working = tenants.work({ signal: stop.signal });
  const deadline = Date.now() + 5000;
  while ((await store.get(scope, 'conversation', ['aged'])).length > 0 && Date.now() < deadline) await pause(10);
  stop.abort();
  await working;
  expect((await store.get(scope, 'conversation', ['aged', 'new'])).map(({ id }) => id)).toEqual(['new']);
});
