import type { AnyProvider } from '@anyinbox/core';
import { type Alike, alike } from './alike.ts';

/** Who assumes something, and who declares nothing of the kind. */
export function whoAssumes(providers: readonly AnyProvider[]): {
  readonly assuming: readonly Alike[];
  readonly others: readonly AnyProvider[];
} {
  const assumes = ({ assumptions = [] }: AnyProvider) => assumptions.length > 0;
  return {
    assuming: alike(providers.filter(assumes), ({ assumptions }) => assumptions),
    others: providers.filter((provider) => !assumes(provider)),
  };
}
