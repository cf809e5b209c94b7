import type { OpenInbox } from '../inbox/index.ts';
import { type Capability, type Operation, operations, type SupportedCapability } from '../provider/index.ts';

/** What a tenant's inbox can do: the union of its connections, each operation with the connections that carry it. */
export type TenantCapabilities = Readonly<Record<Operation, Capability & { readonly connections: readonly string[] }>>;

export function mergeCapabilities(connections: ReadonlyMap<string, Pick<OpenInbox, 'inbox'>>): TenantCapabilities {
  const merged = operations.map((operation) => {
    const each = [...connections].map(([id, { inbox }]) => [id, inbox.capabilities[operation]] as const);
    const carrying = each.filter(([, { level }]) => level !== 'none') as [string, SupportedCapability][];
    return [
      operation,
      Object.freeze({
        ...mergeOne(
          each.map(([, one]) => one),
          carrying,
        ),
        connections: carrying.map(([id]) => id),
      }),
    ];
  });
  return Object.freeze(Object.fromEntries(merged)) as TenantCapabilities;
}

/** As much as every connection that carries it: full only where all of the tenant's are. */
function mergeOne(all: readonly Capability[], carrying: readonly [string, SupportedCapability][]): Capability {
  const [first] = carrying;
  if (!first) {
    const later = all.find((one) => one.level === 'none' && one.because === 'not-yet');
    return later ?? all[0] ?? { level: 'none', because: 'vendor' };
  }
  if (all.length === 1) return first[1];
  const whole = carrying.length === all.length && carrying.every(([, { level }]) => level === 'full');
  return { level: whole ? 'full' : 'partial', via: first[1].via, basis: first[1].basis, note: 'See the connections.' };
}
