import type { TestRunner } from './runner.ts';
import { testDeclaration } from './suites/declaration.ts';
import { testFailures } from './suites/failures.ts';
import { testHostileBodies } from './suites/hostile-bodies.ts';
import { testIds } from './suites/ids.ts';
import { testLimits } from './suites/limits.ts';
import { testListings } from './suites/listings.ts';
import { testOperations } from './suites/operations.ts';
import { testSecrets } from './suites/secrets.ts';
import type { ProviderTarget, RunningVendor } from './target.ts';

/**
 * Declares the tests that every provider must pass, with the runner's own functions, over real HTTP against the vendor that the target starts.
 * What a vendor cannot be asked is shown as skipped, with the reason.
 */
export function testProvider<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  runner.describe(`the provider ${target.provider.id} conforms`, () => {
    testDeclaration(runner, target);
    testOperations(runner, target);
    testLimits(runner, target);
    testListings(runner, target);
    testFailures(runner, target);
    testHostileBodies(runner, target);
    testIds(runner, target);
    testSecrets(runner, target);
  });
}
