import assert from 'node:assert/strict';
import type { Operation } from '@anyinbox/core';
import { withOwnMessage } from '../calls.ts';
import { callOf, isDeclared } from '../declared.ts';
import type { ProxyFault } from '../fault-proxy.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { type ProxiedSubject, withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';
import { thingsOf } from '../things.ts';
import { writesAmong } from '../wire.ts';
import { creatingWrites, removingWrites, settingWrites } from '../writes.ts';

/** What makes something is never repeated when it may have been made; what brings about a state is, and may be asked for twice. */
export function testRepetition<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const body = JSON.stringify(target.errorBody?.(503) ?? {});
  const unavailable: ProxyFault = { kind: 'answer', status: 503, body };
  const declared = <O extends Operation>(list: readonly O[]) => list.filter((one) => isDeclared(target, one));
  const prepared = (operation: Operation, work: (subject: ProxiedSubject<V>) => Promise<void>) => () =>
    withSubject(
      target,
      async (subject) => work(thingsOf[operation]?.includes('message') ? await withOwnMessage(subject) : subject),
      { maxAttempts: 2 },
    );

  runner.describe('repetition', () => {
    for (const operation of declared(creatingWrites))
      runner.it(
        `${operation} is not repeated when it may have been taken`,
        prepared(operation, async (subject) => {
          for (const fault of [unavailable, { kind: 'reset', when: 'after' }] as const) {
            const before = subject.proxy.requests.length;
            subject.proxy.rule = { fault, only: 'writes' };
            const { outcome } = await rejection(callOf(target, operation)(subject));
            assert.equal(writesAmong(subject.proxy.requests.slice(before)).length, 1, 'it was repeated');
            assert.equal(outcome, 'unknown');
          }
        }),
      );

    for (const operation of declared([...settingWrites, ...removingWrites]))
      runner.it(
        `${operation} is repeated after a passing failure`,
        prepared(operation, async (subject) => {
          const before = subject.proxy.requests.length;
          subject.proxy.rule = { fault: unavailable, only: 'writes', times: 1 };
          await callOf(target, operation)(subject);
          assert.ok(writesAmong(subject.proxy.requests.slice(before)).length > 1, 'it was not repeated');
        }),
      );

    for (const operation of declared(settingWrites))
      runner.it(
        `${operation} may be asked for twice`,
        prepared(operation, async (subject) => {
          await callOf(target, operation)(subject);
          await callOf(target, operation)(subject);
        }),
      );
  });
}
