import assert from 'node:assert/strict';
import { calls } from '../calls.ts';
import { statuses } from '../failure-statuses.ts';
import type { ProxyFault } from '../fault-proxy.ts';
import { cheapestRead } from '../reads.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';

/** Every way in which a read fails has one meaning, and one that passes is repeated. */
export function testFailures<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const read = cheapestRead(target.provider);
  const answer = (status: number): ProxyFault => ({
    kind: 'answer',
    status,
    body: JSON.stringify(target.errorBody?.(status) ?? {}),
  });
  if (read)
    runner.describe(`failures of ${read}`, () => {
      for (const [status, code, blame] of statuses)
        runner.it(`${status} is ${code}, to blame: ${blame}`, () =>
          withSubject(
            target,
            async (subject) => {
              subject.proxy.rule = { fault: answer(status) };
              const error = await rejection(calls[read](subject));
              assert.deepEqual([error.code, error.blame, error.outcome], [code, blame, undefined]);
              assert.deepEqual([error.provider, error.connectionId], [target.provider.id, 'conformance']);
            },
            { maxAttempts: 1 },
          ),
        );
      runner.it('a passing one is repeated', () =>
        withSubject(target, async (subject) => {
          subject.proxy.rule = { fault: answer(503), times: 1 };
          await calls[read](subject);
          assert.ok(subject.proxy.requests.length > 1, 'it was not repeated');
        }),
      );
    });
}
