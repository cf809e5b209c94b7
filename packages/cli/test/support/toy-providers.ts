import { type AnyProvider, type Assumption, type Capabilities, type Capability, operations } from '@anyinbox/core';
import { smartsender } from '@anyinbox/smartsender';

interface Toy {
  readonly id?: string;
  readonly name?: string;
  readonly capabilities?: Partial<Capabilities>;
  readonly assumptions?: readonly Assumption[];
}

/** A provider that can do nothing but what it is given. */
export function toyProvider({ id = 'toy', name = 'Toy', capabilities = {}, assumptions }: Toy = {}): AnyProvider {
  const none: Capability = { level: 'none', because: 'vendor' };
  const nothing = Object.fromEntries(operations.map((operation) => [operation, none]));
  return {
    ...(smartsender as AnyProvider),
    id,
    name,
    capabilities: { ...nothing, ...capabilities } as Capabilities,
    ...(assumptions && { assumptions }),
  };
}

export const full = { level: 'full', via: 'native', basis: 'documented' } as const;
