import type { TestRunner } from './runner.ts';
import { testAuthors } from './suites/authors.ts';
import { testDeclaration } from './suites/declaration.ts';
import { testFailures } from './suites/failures.ts';
import { testFilters } from './suites/filters.ts';
import { testHostileBodies } from './suites/hostile-bodies.ts';
import { testIds } from './suites/ids.ts';
import { testLimits } from './suites/limits.ts';
import { testListings } from './suites/listings.ts';
import { testMirror } from './suites/mirror.ts';
import { testObjects } from './suites/objects.ts';
import { testOperations } from './suites/operations.ts';
import { testRepetition } from './suites/repetition.ts';
import { testSecrets } from './suites/secrets.ts';
import { testSendFailures } from './suites/send-failures.ts';
import { testStatus } from './suites/status.ts';
import { testTakenButUnreadable } from './suites/taken-but-unreadable.ts';
import { testTargetsOfCalls } from './suites/targets-of-calls.ts';
import type { ProviderTarget, RunningVendor } from './target.ts';

/**
 * Declares the tests that every provider must pass, with the runner's own functions, over real HTTP against the vendor that the target starts.
 * What a vendor cannot be asked is shown as skipped, with the reason.
 */
export function testProvider<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  runner.describe(`the provider ${target.provider.id} conforms`, () => {
    testDeclaration(runner, target);
    testOperations(runner, target);
    testTargetsOfCalls(runner, target);
    testObjects(runner, target);
    testStatus(runner, target);
    testAuthors(runner, target);
    testLimits(runner, target);
    testListings(runner, target);
    testFilters(runner, target);
    testFailures(runner, target);
    testSendFailures(runner, target);
    testRepetition(runner, target);
    testTakenButUnreadable(runner, target);
    testHostileBodies(runner, target);
    testIds(runner, target);
    testSecrets(runner, target);
    testMirror(runner, target);
  });
}
