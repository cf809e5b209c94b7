import assert from 'node:assert/strict';
import { type Operation, operations } from '@anyinbox/core';
import { calls, idOf } from '../calls.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { KnownThings, ProviderTarget, RunningVendor } from '../target.ts';

const hostile = [
  '',
  '.',
  '..',
  '../..',
  '../agents',
  'a/b',
  'a\\b',
  '/',
  '\u0000',
  'a\nb',
  '\u007f',
  '\ud800',
  '..%2f..',
  'x'.repeat(5000),
];

/** No id reaches another path than its own, or another connection. */
export function testIds<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const declared = operations.filter(
    (operation) => idOf[operation] !== undefined && target.provider.capabilities[operation].level !== 'none',
  );
  runner.describe('ids', () => {
    for (const operation of declared)
      runner.it(`that could reach another path never leave ${operation}`, () =>
        withSubject(
          target,
          async (subject) => {
            for (const id of hostile) {
              const before = subject.proxy.requests.length;
              const known = Object.fromEntries(
                Object.keys(everyThing).map((name) => [name, id]),
              ) as unknown as KnownThings;
              const error = await rejection(calls[operation]({ ...subject, known }));
              const seen = subject.proxy.requests.slice(before).map(({ path }) => path);
              if (seen.length === 0)
                assert.ok(
                  ['invalid-request', 'unsupported'].includes(error.code),
                  `${JSON.stringify(id.slice(0, 20))} is ${error.code}`,
                );
              // An id that is no path by itself may go to the vendor, as one encoded segment or in a body.
              else
                assert.ok(
                  seen.every((path) => !/\.\.|%00|%0a|\/\//i.test(path.replaceAll('%25', ''))),
                  `reached ${seen[0]?.slice(0, 100)}`,
                );
            }
          },
          { maxAttempts: 1 },
        ),
      );

    runner.it('of another connection are refused', () =>
      withSubject(target, async (subject) => {
        const elsewhere = { ...subject, id: (nativeId: string) => `elsewhere:${nativeId}` };
        for (const operation of declared) {
          const error = await rejection(calls[operation](elsewhere));
          assert.equal(error.code, 'unknown-connection', operation);
        }
        assert.equal(subject.proxy.requests.length, 0);
      }),
    );

    runner.it('that are none of ours are refused', () =>
      withSubject(target, async (subject) => {
        const bare = { ...subject, id: (nativeId: string) => nativeId.replaceAll(':', '') };
        for (const operation of declared as Operation[]) {
          const error = await rejection(calls[operation](bare));
          assert.equal(error.code, 'invalid-request', operation);
        }
        assert.equal(subject.proxy.requests.length, 0);
      }),
    );
  });
}

const everyThing: { readonly [K in keyof Required<KnownThings>]: true } = {
  conversation: true,
  closedConversation: true,
  agent: true,
  group: true,
  channel: true,
  message: true,
};
