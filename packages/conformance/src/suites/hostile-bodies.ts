import assert from 'node:assert/strict';
import { calls } from '../calls.ts';
import { isDeclared } from '../declared.ts';
import type { ProxyFault } from '../fault-proxy.ts';
import { declaredReads } from '../reads.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';

const ok = (body: string, headers = {}): ProxyFault => ({ kind: 'answer', status: 200, body, headers });
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const mebibyte = 1024 * 1024;

const unreadable: readonly [string, () => ProxyFault][] = [
  ['an HTML page', () => ok('<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })],
  ['half a JSON text', () => ok('{"id": 1, "collection": [')],
  ['a connection that breaks off', () => ({ kind: 'truncate', body: '{"id":1,"items":[]}' })],
  ['a hundred thousand levels', () => ok(deep(100_000))],
  ['a key that pollutes', () => ok('{"id":1,"items":[],"__proto__":{"polluted":true}}')],
  ['50 MB', () => ok(`"${'x'.repeat(50 * mebibyte)}"`)],
];
export const wrongTypes = [
  '7',
  '"text"',
  'true',
  '{"id":{"id":[]}}',
  '[[[]]]',
  '[7]',
  '{"data":7}',
  '{"items":{"id":1}}',
];

/** A hostile or broken answer becomes an error: it cannot crash, hang, pollute or pass for success. */
export function testHostileBodies<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const reads = declaredReads(target.provider);
  const send = isDeclared(target, 'messages.send.text');
  runner.describe('hostile answers', () => {
    for (const [name, fault] of unreadable)
      runner.it(`${name} is an error everywhere`, () =>
        withSubject(
          target,
          async (subject) => {
            subject.proxy.rule = { fault: fault() };
            for (const operation of reads) await rejection(calls[operation](subject));
            subject.proxy.rule = { fault: fault(), only: 'writes' };
            if (send) assert.equal((await rejection(calls['messages.send.text'](subject))).outcome, 'unknown');
            assert.equal(({} as { polluted?: boolean }).polluted, undefined);
          },
          { maxAttempts: 1 },
        ),
      );

    const reason = target.skip?.['wrong-types'];
    if (reason !== undefined) runner.skip(`JSON of wrong types (skipped: ${reason})`, () => {});
    else
      runner.it('JSON of wrong types is unexpected', () =>
        withSubject(
          target,
          async (subject) => {
            for (const body of wrongTypes) {
              subject.proxy.rule = { fault: ok(body) };
              for (const operation of reads) {
                const { code } = await rejection(calls[operation](subject));
                const understood = operation === 'messages.list' && code === 'unsupported';
                assert.ok(code === 'unexpected-response' || understood, `${operation} of ${body} is ${code}`);
              }
            }
          },
          { maxAttempts: 1 },
        ),
      );
  });
}
