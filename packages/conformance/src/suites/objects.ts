import assert from 'node:assert/strict';
import { withOwnMessage } from '../calls.ts';
import { isDeclared } from '../declared.ts';
import type { TestRunner } from '../runner.ts';
import { type ProxiedSubject, withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor } from '../target.ts';

type Check<V extends RunningVendor> = (subject: ProxiedSubject<V>) => Promise<void>;

/** What is read is the thing that was asked for, whichever that is, and the same thing wherever it is read. */
export function testObjects<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const can = (...operations: readonly Parameters<typeof isDeclared>[1][]) =>
    operations.every((operation) => isDeclared(target, operation));
  const tests: [applies: boolean, name: string, check: Check<V>][] = [
    [can('conversations.get'), 'conversations.get answers the conversation that was asked for', conversations],
    [can('channels.get'), 'channels.get answers the channel that was asked for', channels],
    [can('messages.get'), 'messages.get answers the message that was asked for, and its conversation', message],
    [can('messages.get', 'messages.list'), 'messages.get answers what messages.list lists', listedMessages],
    [can('messages.list', 'conversations.list'), 'messages.list gives each conversation its own', otherMessages],
    [can('messages.send.text'), 'a sent message is found under its id', sentMessage],
  ];
  const applying = tests.filter(([applies]) => applies);
  if (applying.length === 0) return;
  runner.describe('what is read', () => {
    for (const [, name, check] of applying) runner.it(name, () => withSubject(target, check));
  });
}

async function conversations({ inbox, known, id }: ProxiedSubject<RunningVendor>): Promise<void> {
  const listed = inbox.supports('conversations.list') ? await inbox.conversations.list().toArray({ limit: 3 }) : [];
  for (const one of listed) {
    const { id: answered, status } = await inbox.conversations.get(one.id);
    assert.equal(answered, one.id);
    if (status !== 'unknown' && one.status !== 'unknown') assert.equal(status, one.status, 'get and list disagree');
  }
  for (const nativeId of [known.conversation, known.closedConversation])
    if (nativeId !== undefined) assert.equal((await inbox.conversations.get(id(nativeId))).nativeId, nativeId);
}

async function channels({ inbox, known, id }: ProxiedSubject<RunningVendor>): Promise<void> {
  const listed = inbox.supports('channels.list') ? await inbox.channels.list().toArray({ limit: 3 }) : [];
  assert.ok(known.channel, 'channels.get is declared, but no channel is known');
  for (const asked of [id(known.channel), ...listed.map((one) => one.id)])
    assert.equal((await inbox.channels.get(asked)).id, asked);
}

async function message(plain: ProxiedSubject<RunningVendor>): Promise<void> {
  const { inbox, known, id } = await withOwnMessage(plain);
  const { nativeId, conversationId } = await inbox.messages.get(id(known.message ?? ''));
  assert.deepEqual({ nativeId, conversationId }, { nativeId: known.message, conversationId: id(known.conversation) });
}

async function listedMessages({ inbox, known, id }: ProxiedSubject<RunningVendor>): Promise<void> {
  for (const one of await inbox.messages.list(id(known.conversation)).toArray({ limit: 3 })) {
    const got = await inbox.messages.get(one.id);
    assert.deepEqual([got.id, got.conversationId, got.text], [one.id, one.conversationId, one.text]);
  }
}

async function otherMessages({ inbox, known, id }: ProxiedSubject<RunningVendor>): Promise<void> {
  const idsOf = async (conversation: string) =>
    (await inbox.messages.list(conversation).toArray({ limit: 500 })).map((one) => one.id);
  const asked = id(known.conversation);
  const own = new Set(await idsOf(asked));
  assert.ok(own.size > 1, 'the known conversation has less than two messages');
  const listed = await inbox.conversations.list().toArray({ limit: 4 });
  for (const other of listed.filter((one) => one.id !== asked))
    assert.ok(!(await idsOf(other.id)).some((one) => own.has(one)), 'a message is of two conversations');
}

async function sentMessage({ inbox, known, id }: ProxiedSubject<RunningVendor>): Promise<void> {
  const sent = await inbox.messages.send(id(known.conversation), { text: 'Is this found?' });
  assert.equal(sent.conversationId, id(known.conversation));
  if (inbox.supports('messages.get')) assert.equal((await inbox.messages.get(sent.id)).text, sent.text);
  if (!inbox.supports('messages.list')) return;
  const found = (await inbox.messages.list(id(known.conversation))).items.find((one) => one.id === sent.id);
  assert.equal(found?.text, sent.text, 'the list does not have it under that id');
}
