/** Leases of one process. */
export function createMemoryLeases(now: () => number) {
  const leases = new Map<string, { readonly owner: string; readonly until: number }>();
  return {
    take(name: string, owner: string, ttlMs: number): boolean {
      const lease = leases.get(name);
      if (lease && lease.owner !== owner && lease.until > now()) return false;
      leases.set(name, { owner, until: now() + ttlMs });
      return true;
    },
    release(name: string, owner: string): void {
      if (leases.get(name)?.owner === owner) leases.delete(name);
    },
  };
}
