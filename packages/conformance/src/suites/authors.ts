import assert from 'node:assert/strict';
import { isDeclared, limitsOf } from '../declared.ts';
import { actors, inNameOf, person } from '../in-name-of.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';
import { isOnWire, writesAmong } from '../wire.ts';

/** In whose name something is done reaches the vendor, where the declaration says that it can be chosen. */
export function testAuthors<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const choices = actors
    .filter((operation) => isDeclared(target, operation))
    .flatMap((operation) => (limitsOf(target, operation).as ?? []).map((kind) => ({ operation, kind })));
  if (choices.length === 0) return;
  runner.describe('in the name of', () => {
    for (const { operation, kind } of choices)
      runner.it(`${kind === 'agent' ? 'an agent' : 'a person'}, ${operation} tells the vendor who`, () =>
        withSubject(target, async (subject) => {
          const { known, id, proxy } = subject;
          assert.ok(kind === 'person' || known.agent, `${operation} takes an agent, but no agent is known`);
          const agent = known.agent ?? '';
          await inNameOf[operation](subject, kind === 'person' ? person : { agentId: id(agent) });
          const who = kind === 'person' ? person.email : (target.wireId?.(agent, 'agent') ?? agent);
          assert.ok(isOnWire(writesAmong(proxy.requests), who), `no write of ${operation} names the ${kind}`);
        }),
      );
  });
}
