import type { Capabilities, Capability } from '../provider/index.ts';

/**
 * What a declaration comes to with or without a store: without one an operation of the mirror is none, with one an operation is all that the mirror
 * makes of it.
 */
export function effectiveCapabilities(declared: Capabilities, hasStore: boolean): Capabilities {
  const entries = Object.entries(declared).map(([operation, capability]) => [
    operation,
    hasStore ? withStore(capability) : withoutStore(capability),
  ]);
  return Object.freeze(Object.fromEntries(entries)) as Capabilities;
}

function withStore(capability: Capability): Capability {
  return capability.level !== 'none' && capability.withStore ? Object.freeze({ ...capability.withStore }) : capability;
}

function withoutStore(capability: Capability): Capability {
  if (capability.level === 'none' || capability.via !== 'mirror') return capability;
  return Object.freeze({
    level: 'none',
    because: 'store',
    note: 'Give `createTenants` a store: the mirror in it, fed by events, serves this.',
  });
}
