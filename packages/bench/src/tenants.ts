import { createTenants } from '@anyinbox/core';
import { smartsender } from '@anyinbox/smartsender';

const marks = [10_000, 100_000];
const maxTenants = 1000;

/** Heap after many tenants went through a bounded cache: it must not grow with their number. */
export async function measureTenants(): Promise<string[]> {
  const tenants = createTenants({
    providers: [smartsender],
    maxTenants,
    resolve: (tenantId) => ({
      connections: [{ id: 'bots', provider: 'smartsender', credentials: { token: tenantId } }],
    }),
  });
  const heaps: number[] = [];
  const startedAt = performance.now();
  for (let count = 1; count <= Math.max(...marks); count++) {
    await tenants.inbox(`tenant-${count}`);
    if (marks.includes(count)) heaps.push(await settledHeap());
  }
  const perTenant = ((performance.now() - startedAt) / Math.max(...marks)) * 1000;
  await tenants.close();
  const [before = Number.NaN, after = Number.NaN] = heaps;
  return [
    `after 100,000 tenants through a cache of ${maxTenants}, the heap is ${(after / before).toFixed(2)} times what it was after 10,000 (${megabytes(after)} MB)`,
    `a tenant is resolved, checked and opened in ${perTenant.toFixed(0)} µs`,
  ];
}

async function settledHeap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage().heapUsed;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
