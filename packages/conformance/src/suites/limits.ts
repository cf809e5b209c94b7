import assert from 'node:assert/strict';
import type { Draft } from '@anyinbox/core';
import { isDeclared, limitsOf } from '../declared.ts';
import { type Excluded, excludedAuthors } from '../excluded-authors.ts';
import { rejection } from '../rejection.ts';
import type { TestRunner } from '../runner.ts';
import { withSubject } from '../subject.ts';
import type { ProviderTarget, RunningVendor, Subject } from '../target.ts';
import { sentFile, sentText } from '../texts.ts';

/** What a declared limit excludes is refused before any request, naming the limit; nothing is dropped silently. */
export function testLimits<V extends RunningVendor>(runner: TestRunner, target: ProviderTarget<V>): void {
  const excluded = [
    ...excludedFilters(target),
    ...excludedDrafts(target),
    ...excludedAuthors(target),
    ...excludedChanges(target),
  ];
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

function excludedFilters(target: Pick<ProviderTarget, 'provider'>): Excluded[] {
  if (!isDeclared(target, 'conversations.list')) return [];
  const limits = limitsOf(target, 'conversations.list');
  const queries = {
    status: () => ({ status: 'open' as const }),
    channelId: ({ id, known }: Subject) => ({ channelId: id(known.channel ?? 'channel') }),
    assignee: ({ id, known }: Subject) => ({ assignee: { agentId: id(known.agent ?? 'agent') } }),
    unread: () => ({ unread: true }),
    search: () => ({ search: 'conformance' }),
  };
  const filters = Object.entries(queries).filter(
    ([name]) => !(limits.filters as readonly string[] | undefined)?.includes(name),
  );
  const statuses = (['open', 'pending', 'snoozed', 'closed'] as const).filter(
    (status) => limits.filters?.includes('status') && limits.statuses && !limits.statuses.includes(status),
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
    (draft: Draft, options = {}): Excluded[1] =>
    ({ inbox, known, id }) =>
      inbox.messages.send(id(known.conversation), draft, options);
  const file = { url: sentFile };
  const excluded: Excluded[] = [];
  if (isDeclared(target, 'messages.send.text'))
    excluded.push(['a key without a store', send({ text: sentText }, { key: 'k' })]);
  if (!isDeclared(target, 'messages.send.file')) return excluded;
  const { attachments, caption, kinds, names } = limitsOf(target, 'messages.send.file');
  if (attachments !== undefined)
    excluded.push([`${attachments + 1} attachments`, send({ attachments: Array(attachments + 1).fill(file) })]);
  if (caption === false) excluded.push(['a text with an attachment', send({ text: sentText, attachments: [file] })]);
  if (names === false) excluded.push(['the name of a file', send({ attachments: [{ ...file, name: 'a.pdf' }] })]);
  for (const kind of ['image', 'video', 'audio', 'voice', 'file', 'sticker'] as const)
    if (kinds && !kinds.includes(kind))
      excluded.push([`an attachment of kind ${kind}`, send({ attachments: [{ ...file, kind }] })]);
  return excluded;
}

function excludedChanges(target: Pick<ProviderTarget, 'provider'>): Excluded[] {
  if (!isDeclared(target, 'channels.update')) return [];
  const limits = limitsOf(target, 'channels.update');
  const patches = { name: { name: 'Conformance' }, active: { active: false } };
  return (['name', 'active'] as const)
    .filter((field) => !limits.fields?.includes(field))
    .map((field) => [
      `the channel field ${field}`,
      ({ inbox, known, id }) => inbox.channels.update(id(known.channel ?? 'channel'), patches[field]),
    ]);
}
