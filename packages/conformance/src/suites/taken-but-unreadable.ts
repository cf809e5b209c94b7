import assert from 'node:assert/strict';
import type { Operation, WriteOutcome } from '@anyinbox/core';
import { callOf, isDeclared } from '../declared.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';
import { writesAmong } from '../wire.ts';
import { creatingWrites } from '../writes.ts';
import { wrongTypes } from './hostile-bodies.ts';

/**
 * A vendor that takes what is sent and answers nothing that names it: that it was sent is all one can say. A message with an id of nobody's
 * would be a lie, and an error that leaves it open would have it sent again.
 */
export function testTakenButUnreadable<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const named = creatingWrites.filter((one) => one !== 'channels.rotateToken' && isDeclared(target, one));
  if (named.length === 0) return;
  const body = JSON.stringify(target.acceptedButUnreadable ?? {});
  const reason = target.skip?.['wrong-types'];
  runner.describe('taken, with an answer that cannot be read', () => {
    for (const operation of named) {
      runner.it(`${operation} rejects, and says that it was sent`, () =>
        testTaken(target, operation, [body], ['sent']),
      );
      const name = `${operation} never says that it was not sent, for JSON of wrong types`;
      if (reason === undefined) runner.it(name, () => testTaken(target, operation, wrongTypes, ['sent', 'unknown']));
      else runner.skip(`${name} (skipped: ${reason})`, () => {});
    }
  });
}

function testTaken<V extends RunningVendor>(
  target: ProviderTarget<V>,
  operation: Operation,
  bodies: readonly string[],
  outcomes: readonly WriteOutcome[],
): Promise<void> {
  return withSubject(target, async (subject) => {
    for (const body of bodies) {
      const before = subject.proxy.requests.length;
      subject.proxy.rule = { fault: { kind: 'answer', status: 200, body }, only: 'writes' };
      const { code, outcome } = await rejection(callOf(target, operation)(subject));
      assert.equal(code, 'unexpected-response', body);
      assert.ok(outcome && outcomes.includes(outcome), `${body} is ${outcome}`);
      assert.equal(writesAmong(subject.proxy.requests.slice(before)).length, 1, 'it was repeated');
    }
  });
}
