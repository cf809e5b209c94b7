import assert from 'node:assert/strict';
import { type Capability, type Operation, operations } from '@anyinbox/core';
import { calls } from '../calls.ts';
import { isLive, isMirrored } from '../declared.ts';
import { results } from '../model-schemas.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { Proof, ProviderTarget, RunningVendor } from '../target.ts';

/** Writes: resolving with nothing, or with what they made, proves nothing by itself. */
const reads = /\.(list|get)$/;

/** Both directions: what is declared works as declared, what is not declared is refused before any request. */
export function testOperations<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  runner.describe('operations', () => {
    for (const operation of operations)
      runner.it(`${operation} is as declared`, () => testOperation(target, operation, target.proofs[operation]));
  });
}

async function testOperation<V extends RunningVendor>(
  target: ProviderTarget<V>,
  operation: Operation,
  proof: Proof<V> | undefined,
): Promise<void> {
  const capability: Capability | undefined = target.provider.capabilities[operation];
  assert.ok(capability, `the provider does not declare ${operation}, not even as none`);
  const expected = target.mirrored?.includes(operation) ?? false;
  assert.equal(isMirrored(capability), expected, `${operation}: the target and the declaration differ on the mirror`);
  const kept = capability.level === 'none' ? capability : (capability.withStore ?? capability);
  if (expected) assert.equal(kept.level, 'partial', `${operation}: the mirror never shows more than what was heard`);
  if (!isLive(capability)) {
    assert.equal(proof, undefined, `${operation} is not declared of the vendor, but there is a proof that it works`);
    return testRefusal(target, operation);
  }
  assert.ok(proof, `${operation} is declared ${capability.level}, but there is no proof of it`);
  await testResult(target, operation, proof);
  if (capability.level === 'full')
    assert.equal(proof.limit, undefined, `${operation} is declared full, but the proof shows a limit`);
  else {
    const { limit } = proof;
    assert.ok(limit, `${operation} is declared partial, but the proof shows no limit`);
    assert.ok(capability.limits ?? capability.note, `${operation} is declared partial without saying how`);
    await withSubject(target, async (subject) => {
      await limit(subject);
    });
  }
}

async function testResult<V extends RunningVendor>(
  target: ProviderTarget<V>,
  operation: Operation,
  proof: Proof<V>,
): Promise<void> {
  await withSubject(target, async (subject) => {
    assert.equal(subject.inbox.supports(operation), true, `supports('${operation}') denies what is declared`);
    const result = await (proof.call ? proof.call(subject) : calls[operation](subject));
    const parsed = results[operation].safeParse(result);
    assert.ok(parsed.success, `the result of ${operation} is not of the model: ${parsed.error?.message}`);
    assert.deepEqual(result, JSON.parse(JSON.stringify(result ?? null)) ?? undefined, 'the result is not plain JSON');
    assert.ok(subject.proxy.requests.length > 0, `${operation} made no request`);
    if (!reads.test(operation)) {
      assert.ok(proof.effect, `the proof of ${operation} does not look at the vendor`);
      await proof.effect(subject, result);
    } else await proof.effect?.(subject, result);
  });
}

async function testRefusal<V extends RunningVendor>(target: ProviderTarget<V>, operation: Operation): Promise<void> {
  await withSubject(target, async (subject) => {
    assert.equal(subject.inbox.supports(operation), false, `supports('${operation}') promises what is not declared`);
    // Calls that first need a message of their own would make requests for it.
    const known = { ...subject.known, message: subject.known.message ?? 'message' };
    const error = await rejection(calls[operation]({ ...subject, known }));
    assert.equal(error.code, 'unsupported');
    assert.equal(error.provider, target.provider.id);
    assert.ok(error.hint, 'the refusal gives no hint');
    assert.equal(subject.proxy.requests.length, 0, 'a refusal must come before any request');
  });
}
