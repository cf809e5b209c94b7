import assert from 'node:assert/strict';
import { operations } from '@anyinbox/core';
import { withOwnMessage } from '../calls.ts';
import { callOf, isDeclared } from '../declared.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';
import { thingsOf } from '../things.ts';
import { isOnWire } from '../wire.ts';

/** Every operation asks the vendor about the thing whose id it was given. */
export function testTargetsOfCalls<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  runner.describe('the thing that was meant', () => {
    for (const operation of operations) {
      const things = thingsOf[operation];
      if (!things || !isDeclared(target, operation)) continue;
      runner.it(`is what ${operation} asks the vendor about`, () =>
        withSubject(target, async (plain) => {
          const subject = things.includes('message') ? await withOwnMessage(plain) : plain;
          const before = subject.proxy.requests.length;
          await callOf(target, operation)(subject);
          const requests = subject.proxy.requests.slice(before);
          for (const thing of things) {
            const nativeId = subject.known[thing];
            assert.ok(nativeId, `${operation} is declared, but no ${thing} is known`);
            const id = target.wireId?.(nativeId, thing) ?? nativeId;
            assert.ok(isOnWire(requests, id), `no request of ${operation} names the ${thing}`);
          }
        }),
      );
    }
  });
}
