import type { ProviderTarget } from '@anyinbox/conformance';
import { expect, it } from 'vitest';
import { suiteTests } from '../suite-tests.ts';

/** What a false provider does, the provider, the test that must fail, and why. */
export type FalseProvider = readonly [does: string, target: ProviderTarget, test: string, because: RegExp];

/** Each of them is caught by its test, and for the right reason. */
export function expectCaught(falseProviders: readonly FalseProvider[]): void {
  it.each(falseProviders)('%s', async (_does, target, name, because) => {
    const test = suiteTests(target).get(name);
    if (!test) throw new Error(`the suite has no test '${name}'`);
    await expect(test()).rejects.toThrow(because);
  });
}
