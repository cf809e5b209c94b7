import assert from 'node:assert/strict';
import type { WriteOutcome } from '@anyinbox/core';
import { calls } from '../calls.ts';
import { isDeclared } from '../declared.ts';
import { statuses } from '../failure-statuses.ts';
import type { FaultRule, ProxyFault } from '../fault-proxy.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';
import { writesAmong } from '../wire.ts';

/** Every way in which a send fails says whether it was sent, and none that may have been taken is repeated. */
export function testSendFailures<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  if (!isDeclared(target, 'messages.send.text')) return;
  const answer = (status: number): ProxyFault => ({
    kind: 'answer',
    status,
    body: JSON.stringify(target.errorBody?.(status) ?? {}),
  });
  runner.describe('failures of messages.send', () => {
    for (const [status, code, blame, outcome] of statuses)
      runner.it(`${status} is ${code}, ${outcome}`, () => {
        const rule: FaultRule = { fault: answer(status), only: 'writes' };
        return testSend(target, rule, (error) => assert.deepEqual([error.code, error.blame], [code, blame]), outcome);
      });
    const network = (error: { code: string }) => assert.equal(error.code, 'network');
    runner.it('a reset before the vendor took it is network, unknown', () =>
      testSend(target, { fault: { kind: 'reset', when: 'before' }, only: 'writes' }, network, 'unknown'),
    );
    runner.it('a reset after the vendor took it is network, unknown', () =>
      testSend(target, { fault: { kind: 'reset', when: 'after' }, only: 'writes' }, network, 'unknown'),
    );
    runner.it('half an answer is network, unknown', () =>
      testSend(
        target,
        { fault: { kind: 'truncate', body: '{"id":"a message id"}' }, only: 'writes' },
        network,
        'unknown',
      ),
    );
    runner.it('silence is timeout, unknown', () =>
      testSend(
        target,
        { fault: { kind: 'silence' }, only: 'writes' },
        (error) => assert.equal(error.code, 'timeout'),
        'unknown',
      ),
    );
    runner.it('a vendor that is not there is network, not-sent', () =>
      withSubject(
        target,
        async (subject) => {
          await subject.proxy.close();
          const error = await rejection(calls['messages.send.text'](subject));
          assert.deepEqual([error.code, error.outcome], ['network', 'not-sent']);
        },
        { maxAttempts: 1 },
      ),
    );
    runner.it('an abort before is not-sent, without a request', () =>
      withSubject(target, async ({ inbox, known, id, proxy }) => {
        const sending = inbox.messages.send(id(known.conversation), { text: 'x' }, { signal: AbortSignal.abort('no') });
        const error = await rejection(sending);
        assert.deepEqual([error.code, error.outcome, error.cause], ['aborted', 'not-sent', 'no']);
        assert.equal(proxy.requests.length, 0);
      }),
    );
  });
}

async function testSend<V extends RunningVendor>(
  target: ProviderTarget<V>,
  rule: FaultRule,
  check: (error: Awaited<ReturnType<typeof rejection>>) => void,
  outcome: WriteOutcome,
): Promise<void> {
  const options = { timeoutMs: 300, deadlineMs: 1500, ...(outcome === 'not-sent' && { maxAttempts: 1 }) };
  await withSubject(
    target,
    async (subject) => {
      subject.proxy.rule = rule;
      const error = await rejection(calls['messages.send.text'](subject));
      check(error);
      assert.equal(error.outcome, outcome);
      assert.equal(error.operation, 'messages.send');
      assert.equal(writesAmong(subject.proxy.requests).length, 1, 'a send that may have been taken was repeated');
    },
    options,
  );
}
