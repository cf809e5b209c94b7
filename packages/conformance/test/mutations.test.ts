import type { ProviderTarget } from '@anyinbox/conformance';
import { type AnyProvider, type Capability, type Operation, operations } from '@anyinbox/core';
import { describe, expect, it } from 'vitest';
import { suiteTests } from './suite-tests.ts';
import { targets } from './targets/index.ts';

const levels: Readonly<Record<Capability['level'], Capability>> = {
  full: { level: 'full', via: 'native', basis: 'documented' },
  partial: { level: 'partial', via: 'native', basis: 'documented', note: 'With limits.' },
  none: { level: 'none', because: 'vendor' },
};

/** The suite's own test of one operation, as it would run for this target. */
function testOf(target: ProviderTarget, operation: Operation): () => Promise<void> {
  const test = suiteTests(target).get(`operations > ${operation} is as declared`);
  if (!test) throw new Error(`the suite does not test ${operation}`);
  return test;
}

function withLevel(target: ProviderTarget, operation: Operation, level: Capability['level']): ProviderTarget {
  const declared = target.provider.capabilities[operation];
  // What else it says stays, so that only the level can be what is noticed.
  const mutated =
    level !== 'none' && declared.level !== 'none' ? { ...declared, note: 'With limits.', level } : levels[level];
  const provider = {
    ...target.provider,
    capabilities: { ...target.provider.capabilities, [operation]: mutated },
  } as AnyProvider;
  return { ...target, provider };
}

describe.each(targets)('a false declaration of $provider.id is noticed', (target) => {
  const mutations = operations.flatMap((operation) =>
    (['full', 'partial', 'none'] as const)
      .filter((level) => level !== target.provider.capabilities[operation].level)
      .map((level) => [operation, level] as const),
  );

  it.each(mutations)('%s as %s', async (operation, level) => {
    await expect(testOf(withLevel(target, operation, level), operation)()).rejects.toThrow();
  });

  it('and a true one is not', async () => {
    for (const operation of operations) await testOf(target, operation)();
  });
});
