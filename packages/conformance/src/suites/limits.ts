import assert from 'node:assert/strict';
import type { CapabilityLimits, Draft, Operation } from '@anyinbox/core';
import { sentFile, sentText } from '../calls.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor, Subject } from '../target.ts';

/** What a declared limit excludes is refused before any request, naming the limit; nothing is dropped silently. */
export function testLimits<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const excluded = [...excludedFilters(target), ...excludedDrafts(target), ...excludedChanges(target)];
  if (excluded.length === 0) return;
  runner.describe('limits', () => {
    for (const [name, call] of excluded)
      runner.it(`${name} is refused before any request`, () =>
        withSubject(target, async (subject) => {
          const error = await rejection(call(subject));
          assert.equal(error.code, 'unsupported');
          assert.equal(subject.proxy.requests.length, 0);
        }),
      );
  });
}

type Excluded = [name: string, call: (subject: Subject) => PromiseLike<unknown>];

function limitsOf(
  target: Pick<ProviderTarget, 'provider'>,
  operation: Operation,
): CapabilityLimits | undefined | 'none' {
  const capability = target.provider.capabilities[operation];
  return capability.level === 'none' ? 'none' : capability.limits;
}

function excludedFilters(target: Pick<ProviderTarget, 'provider'>): Excluded[] {
  const limits = limitsOf(target, 'conversations.list');
  if (limits === 'none') return [];
  const queries = {
    status: () => ({ status: 'open' as const }),
    channelId: ({ id, known }: Subject) => ({ channelId: id(known.channel ?? 'channel') }),
    assignee: ({ id, known }: Subject) => ({ assignee: { agentId: id(known.agent ?? 'agent') } }),
    unread: () => ({ unread: true }),
    search: () => ({ search: 'conformance' }),
  };
  const filters = Object.entries(queries).filter(
    ([name]) => !(limits?.filters as readonly string[] | undefined)?.includes(name),
  );
  const statuses = (['open', 'pending', 'snoozed', 'closed'] as const).filter(
    (status) => limits?.filters?.includes('status') && limits.statuses && !limits.statuses.includes(status),
  );
  return [
    ...filters.map(
      ([name, query]): Excluded => [
        `the filter ${name}`,
        (subject) => subject.inbox.conversations.list(query(subject)),
      ],
    ),
    ...statuses.map(
      (status): Excluded => [`the status ${status}`, ({ inbox }) => inbox.conversations.list({ status })],
    ),
  ];
}

function excludedDrafts(target: Pick<ProviderTarget, 'provider'>): Excluded[] {
  const send =
    (draft: Draft, as?: { name: string; email: string }) =>
    ({ inbox, known, id }: Subject) =>
      inbox.messages.send(id(known.conversation), draft, as && { as });
  const file = { url: sentFile };
  const files = limitsOf(target, 'messages.send.file');
  const text = limitsOf(target, 'messages.send.text');
  const excluded: Excluded[] = [];
  if (files !== 'none') {
    const { attachments, caption, kinds } = files ?? {};
    if (attachments !== undefined)
      excluded.push([`${attachments + 1} attachments`, send({ attachments: Array(attachments + 1).fill(file) })]);
    if (caption === false) excluded.push(['a text with an attachment', send({ text: sentText, attachments: [file] })]);
    for (const kind of ['image', 'video', 'audio', 'voice', 'file', 'sticker'] as const)
      if (kinds && !kinds.includes(kind))
        excluded.push([`an attachment of kind ${kind}`, send({ attachments: [{ ...file, kind }] })]);
  }
  if (text !== 'none' && !text?.as?.includes('person'))
    excluded.push(['a person as author', send({ text: sentText }, { name: 'Kim', email: 'kim@example.com' })]);
  if (text !== 'none')
    excluded.push([
      'a key without a store',
      ({ inbox, known, id }) => inbox.messages.send(id(known.conversation), { text: sentText }, { key: 'k' }),
    ]);
  return excluded;
}

function excludedChanges(target: Pick<ProviderTarget, 'provider'>): Excluded[] {
  const limits = limitsOf(target, 'channels.update');
  if (limits === 'none') return [];
  const patches = { name: { name: 'Conformance' }, active: { active: false } };
  return (['name', 'active'] as const)
    .filter((field) => !limits?.fields?.includes(field))
    .map((field) => [
      `the channel field ${field}`,
      ({ inbox, known, id }) => inbox.channels.update(id(known.channel ?? 'channel'), patches[field]),
    ]);
}
