import assert from 'node:assert/strict';
import { isDeclared } from '../declared.ts';
import type { TestRunner } from '../runner.ts';
import { type ProxiedSubject, withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';

/** Where a status is given, it is the one that the conversation has: it changes when that changes. */
export function testStatus<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  if (!isDeclared(target, 'conversations.get')) return;
  const statusOf = async ({ inbox, id }: ProxiedSubject<V>, nativeId: string) =>
    (await inbox.conversations.get(id(nativeId))).status;
  runner.describe('the status of a conversation', () => {
    runner.it('is what the vendor says', () =>
      withSubject(target, async (subject) => {
        const { conversation, closedConversation } = subject.known;
        assert.notEqual(await statusOf(subject, conversation), 'closed', 'the open one is closed');
        if (closedConversation !== undefined)
          assert.match(await statusOf(subject, closedConversation), /^(closed|unknown)$/, 'the closed one is not');
      }),
    );
    if (isDeclared(target, 'conversations.close'))
      runner.it('is closed after close, or unknown as before', () =>
        withSubject(target, async (subject) => {
          const { inbox, known, id } = subject;
          const before = await statusOf(subject, known.conversation);
          await inbox.conversations.close(id(known.conversation));
          const after = await statusOf(subject, known.conversation);
          assert.equal(after, before === 'unknown' ? 'unknown' : 'closed');
        }),
      );
    if (isDeclared(target, 'conversations.reopen'))
      runner.it('is another after reopen, or unknown as before', () =>
        withSubject(target, async (subject) => {
          const { inbox, known, id } = subject;
          assert.ok(known.closedConversation, 'conversations.reopen is declared, but no closedConversation is known');
          const before = await statusOf(subject, known.closedConversation);
          await inbox.conversations.reopen(id(known.closedConversation));
          const after = await statusOf(subject, known.closedConversation);
          if (before === 'unknown') assert.equal(after, 'unknown');
          else assert.match(after, /^(open|pending)$/);
        }),
      );
  });
}
