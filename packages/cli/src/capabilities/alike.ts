import type { AnyProvider } from '@anyinbox/core';

/** Providers that say the same, so that it need be told only once. */
export interface Alike {
  readonly providers: readonly [AnyProvider, ...AnyProvider[]];
  /** Their names: `SendyIQ chat and SendyIQ social`. */
  readonly names: string;
}

/** In the order of the first of each. */
export function alike(providers: readonly AnyProvider[], what: (provider: AnyProvider) => unknown): readonly Alike[] {
  const bySaying = new Map<string, [AnyProvider, ...AnyProvider[]]>();
  for (const provider of providers) {
    const saying = JSON.stringify(what(provider));
    const same = bySaying.get(saying);
    if (same === undefined) bySaying.set(saying, [provider]);
    else same.push(provider);
  }
  return [...bySaying.values()].map((group) => ({ providers: group, names: namesOf(group) }));
}

export function namesOf(providers: readonly AnyProvider[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(providers.map(({ name }) => name));
}
