import type { TestRunner } from '../runner.ts';
import { testClaims } from './suites/claims.ts';
import { testErasing } from './suites/erasing.ts';
import { testExpiring } from './suites/expiring.ts';
import { testFacets } from './suites/facets.ts';
import { testFollowers } from './suites/followers.ts';
import { testForgetting } from './suites/forgetting.ts';
import { testIsolation } from './suites/isolation.ts';
import { testLasting } from './suites/lasting.ts';
import { testLeases } from './suites/leases.ts';
import { testLists } from './suites/lists.ts';
import { testLog } from './suites/log.ts';
import { testMarks } from './suites/marks.ts';
import { testOwnership } from './suites/ownership.ts';
import { testSharing } from './suites/sharing.ts';
import { testStrings } from './suites/strings.ts';
import { testTransactions } from './suites/transactions.ts';
import type { StoreTarget } from './target.ts';

/**
 * Declares the tests that every store must pass, with the runner's own functions: the whole contract of `Store`, from outside. What a store is not
 * made for is shown as skipped, with the reason.
 */
export function testStore(runner: TestRunner, target: StoreTarget): void {
  runner.describe(`the store ${target.name} conforms`, () => {
    testClaims(runner, target);
    testTransactions(runner, target);
    testLists(runner, target);
    testFacets(runner, target);
    testIsolation(runner, target);
    testStrings(runner, target);
    testMarks(runner, target);
    testLog(runner, target);
    testFollowers(runner, target);
    testLeases(runner, target);
    testErasing(runner, target);
    testExpiring(runner, target);
    testForgetting(runner, target);
    testOwnership(runner, target);
    testLasting(runner, target);
    testSharing(runner, target);
  });
}
