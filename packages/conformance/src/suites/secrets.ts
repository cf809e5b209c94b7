import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { createInbox, InboxError, type Operation, operations } from '@anyinbox/core';
import { calls, ownMessage } from '../calls.ts';
import { isDeclared } from '../declared.ts';
import { declaredReads } from '../reads.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';

const everything = {
  showHidden: true,
  depth: Number.POSITIVE_INFINITY,
  maxArrayLength: null,
  maxStringLength: null,
} as const;

/** Credentials and the vendor's own secrets are never printed, and stand in no result, `raw` included. */
export function testSecrets<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const declared = operations.filter((operation) => isDeclared(target, operation));
  runner.describe('secrets', () => {
    runner.it('stand in no error, however the vendor quotes them', () =>
      withSubject(
        target,
        async (subject) => {
          const quoted = {
            error: target.secrets,
            message: target.secrets.join(' '),
            code: target.secrets[0],
            errors: target.secrets,
          };
          for (const status of [200, 400, 401, 500]) {
            const headers = { 'x-request-id': target.secrets[0] ?? '', location: `/${target.secrets[0]}` };
            subject.proxy.rule = { fault: { kind: 'answer', status, body: JSON.stringify(quoted), headers } };
            for (const operation of declared) expectClean(target, operation, await settled(calls[operation](subject)));
          }
          expectClean(target, 'the inbox', subject.inbox);
        },
        { maxAttempts: 1 },
      ),
    );

    runner.it('stand in no result, not even in raw', () =>
      withSubject(target, async (subject) => {
        const { inbox, known, id } = subject;
        const include = ['raw'] as const;
        const withRaw: { readonly [O in Operation]?: () => PromiseLike<unknown> } = {
          'conversations.list': () => inbox.conversations.list({ include }),
          'conversations.get': () => inbox.conversations.get(id(known.conversation), { include }),
          'messages.list': () => inbox.messages.list(id(known.conversation), { include }),
          'notes.list': () => inbox.notes.list(id(known.conversation), { include }),
          'channels.list': () => inbox.channels.list({ include }),
          'channels.get': () => inbox.channels.get(id(known.channel ?? 'channel'), { include }),
          'agents.list': () => inbox.agents.list({ include }),
          'groups.list': () => inbox.groups.list({ include }),
          'messages.get': async () => inbox.messages.get(await ownMessage(subject), { include }),
        };
        for (const operation of declaredReads(target.provider)) {
          const result = await withRaw[operation]?.();
          expectClean(target, operation, result);
        }
      }),
    );

    runner.it('stand in no error of a wrong configuration', () => {
      const right = target.configure('https://vendor.example.com');
      const wrong = [
        { ...right, credentials: { ...right.credentials, unheardOf: target.secrets[0] } },
        { ...right, options: { ...right.options, unheardOf: target.secrets[0] } },
        {
          credentials: Object.fromEntries(
            Object.entries(right.credentials).map(([name, value]) => [name, ` ${value}\n`]),
          ),
        },
        { credentials: target.secrets[0] },
      ];
      for (const config of wrong) {
        try {
          createInbox(target.provider, config as never);
        } catch (error) {
          assert.ok(
            InboxError.isInstance(error) && error.code === 'invalid-config',
            'a wrong configuration is no invalid-config',
          );
          expectClean(target, 'createInbox', error);
          continue;
        }
        assert.fail('a wrong configuration was accepted');
      }
      return Promise.resolve();
    });
  });
}

async function settled(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    return error;
  }
}

function expectClean(target: Pick<ProviderTarget, 'secrets'>, what: string, value: unknown): void {
  const forms = [
    String(value),
    JSON.stringify(value) ?? '',
    inspect(value, everything),
    inspect(value, { ...everything, customInspect: false }),
  ];
  if (value instanceof Error) forms.push(value.stack ?? '');
  for (const secret of target.secrets)
    assert.ok(!forms.some((form) => form.includes(secret)), `a secret stands in what ${what} gives`);
}
