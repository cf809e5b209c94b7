import assert from 'node:assert/strict';
import { InboxError, type InboxErrorCode } from '@anyinbox/core';
import { hostileIds } from '../hostile-ids.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import { takersOfIds } from '../takers-of-ids.ts';
import type { KnownThings, ProviderTarget, RunningVendor, Subject } from '../target.ts';
import type { Thing } from '../things.ts';

/** No id reaches another path than its own, or another connection. */
export function testIds<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const takers = takersOfIds(target);
  if (takers.length === 0) return;
  runner.describe('ids', () => {
    for (const { name, thing, mayResolve, call } of takers)
      runner.it(`that could reach another path never leave ${name}`, () =>
        withSubject(
          target,
          async (subject) => {
            for (const nativeId of hostileIds) {
              const before = subject.proxy.requests.length;
              const calling = call(withKnown(subject, thing, nativeId));
              const error = mayResolve ? await rejectionIfAny(calling) : await rejection(calling);
              const paths = subject.proxy.requests.slice(before).map(({ path }) => path.replace(/\?.*/, ''));
              checkPaths(nativeId, paths, error);
            }
          },
          { maxAttempts: 1 },
        ),
      );

    const testRefused = (what: string, code: InboxErrorCode, idOf: (nativeId: string) => string) =>
      runner.it(`${what} are refused`, () =>
        withSubject(target, async (subject) => {
          for (const { name, thing, call } of takers) {
            const id = (nativeId: string) => (nativeId === marked ? idOf(marked) : subject.id(nativeId));
            const error = await rejection(call({ ...withKnown(subject, thing, marked), id }));
            assert.equal(error.code, code, name);
          }
          assert.equal(subject.proxy.requests.length, 0);
        }),
      );
    testRefused('of another connection', 'unknown-connection', (nativeId) => `elsewhere:${nativeId}`);
    testRefused('that are none of ours', 'invalid-request', (nativeId) => nativeId);
  });
}

const marked = 'marked';

/** Only one thing is another: the others are there, so that nothing else can be refused. */
function withKnown<V extends RunningVendor>(subject: Subject<V>, thing: Thing, nativeId: string): Subject<V> {
  const known: KnownThings = { message: 'message', ...subject.known, [thing]: nativeId };
  return { ...subject, known };
}

async function rejectionIfAny(promise: PromiseLike<unknown>): Promise<InboxError | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (InboxError.isInstance(error)) return error;
    throw error;
  }
}

function checkPaths(nativeId: string, paths: readonly string[], error: InboxError | undefined): void {
  const refused = error && ['invalid-request', 'unsupported'].includes(error.code);
  if (paths.length === 0) assert.ok(refused, `${JSON.stringify(nativeId.slice(0, 20))} is ${error?.code}`);
  // An id that is no path by itself may go to the vendor, as one encoded segment, in a query or in a body.
  const reached = paths.map((path) => path.replaceAll('%25', '')).find((path) => /\.\.|%00|%0a|\/\//i.test(path));
  assert.equal(reached?.slice(0, 100), undefined, 'another path was reached');
}
