import {
  type AnyProvider,
  createMemoryStore,
  createTenants,
  type InboxEvent,
  type Store,
  type Tenants,
  type TenantsOptions,
} from '@anyinbox/core';
import { expect, onTestFinished } from 'vitest';

/** Tenants of whatever providers, closed when the test ends. */
export function tenantsOf(
  providers: readonly AnyProvider[],
  resolve: unknown,
  options: Partial<TenantsOptions<readonly AnyProvider[]>> = {},
) {
  const store = options.store ?? createMemoryStore();
  const tenants = createTenants({ providers, resolve: resolve as never, ...options, store });
  onTestFinished(() => tenants.close());
  return { tenants, store };
}

export function postTo(tenants: Tenants, path: string, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return tenants.webhooks(new Request(`https://you.example${path}`, { method: 'POST', headers, body: text }));
}

export async function logOf(store: Store): Promise<InboxEvent[]> {
  return (await store.events({ limit: 100_000 })).map(({ event }) => event);
}

/** Waits until it holds, and fails if it never does. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 8000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    expect(performance.now(), 'it never came to be').toBeLessThan(deadline);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Works in the background until the test ends, or until it is told to stop. */
export function workFor(tenants: Tenants, tenantIds?: () => Iterable<string> | Promise<Iterable<string>>) {
  const stop = new AbortController();
  const working = tenants.work({ signal: stop.signal, tenantIds });
  const end = async () => {
    stop.abort();
    await working;
  };
  onTestFinished(end);
  return end;
}
