import assert from 'node:assert/strict';
import { operations } from '@anyinbox/core';
import * as z from 'zod';
import { isLive } from '../declared.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';

const supported = z.strictObject({
  level: z.enum(['full', 'partial']),
  via: z.enum(['native', 'composed', 'mirror']),
  basis: z.enum(['documented', 'observed', 'inferred']),
  limits: z.object({}).loose().optional(),
  note: z.string().min(1).optional(),
});

const capability = z.union([
  z.strictObject({
    level: z.literal('none'),
    because: z.enum(['vendor', 'not-yet']),
    note: z.string().min(1).optional(),
  }),
  supported.extend({ withStore: supported.optional() }),
]);

/** The declaration is well-formed, and the inbox shows it as it is. */
export function testDeclaration<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const { provider } = target;
  runner.describe('the declaration', () => {
    runner.it('is well-formed and complete', async () => {
      assert.match(provider.id, /^[a-z][a-z0-9-]*$/);
      assert.ok(provider.name.length > 0);
      assert.equal(provider.specVersion, 1);
      assert.deepEqual(Object.keys(provider.capabilities).sort(), [...operations].sort());
      for (const operation of operations) capability.parse(provider.capabilities[operation]);
    });

    runner.it('is what the inbox shows', () =>
      withSubject(target, async ({ inbox, proxy }) => {
        for (const operation of operations) {
          const declared = provider.capabilities[operation];
          const shown = inbox.capabilities[operation];
          // What only the mirror can do is none here: this inbox has no store.
          if (declared.level === 'none' || isLive(declared)) assert.deepEqual(shown, declared);
          else assert.deepEqual([shown.level, 'because' in shown && shown.because], ['none', 'store']);
        }
        assert.equal(inbox.provider, provider.id);
        assert.equal(proxy.requests.length, 0, 'an inbox makes no request before it is asked');
      }),
    );
  });
}
