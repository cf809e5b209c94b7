import type { Capability, Inbox, Operation } from '@anyinbox/core';
import { smartsender } from '@anyinbox/smartsender';
import { describe, expect, test } from 'vitest';
import { chatOf, failureOf, startEmulated } from '../support/emulated.ts';

/** What vendors/smartsender.md §Endpoints has no endpoint for. */
const calls: Partial<Record<Operation, (inbox: Inbox, id: string) => PromiseLike<unknown>>> = {
  'conversations.reopen': (inbox, id) => inbox.conversations.reopen(id),
  'conversations.assign.group': (inbox, id) => inbox.conversations.assign(id, { groupId: 'bots:1' }),
  'conversations.unassign': (inbox, id) => inbox.conversations.unassign(id),
  'messages.get': (inbox) => inbox.messages.get('bots:3404-534'),
  'messages.send.automated': (inbox, id) => inbox.messages.send(id, { text: 'x', automated: true }),
  'channels.createWebsite': (inbox) => inbox.channels.createWebsite({ name: 'x' }),
  'channels.delete': (inbox) => inbox.channels.delete('bots:118'),
  'channels.rotateToken': (inbox) => inbox.channels.rotateToken('bots:118'),
  'channels.setAiAgent': (inbox) => inbox.channels.setAiAgent('bots:118', { enabled: true }),
  'agents.setOnline': (inbox) => inbox.agents.setOnline({ agentId: 'bots:71' }),
  'groups.list': (inbox) => inbox.groups.list(),
};

describe('what is declared as none', () => {
  test('is what the vendor has no endpoint for', async () => {
    const { inbox } = await startEmulated();
    const none = Object.entries(inbox.capabilities).filter(([, { level }]) => level === 'none');
    expect(none.map(([operation]) => operation).toSorted()).toEqual(Object.keys(calls).toSorted());
  });

  test.each(Object.entries(calls))('%s is refused before any request', async (operation, call) => {
    const { inbox, emulator } = await startEmulated();
    expect(inbox.supports(operation as Operation)).toBe(false);
    const error = await failureOf(call(inbox as unknown as Inbox, `bots:${chatOf(emulator).id}`));
    expect(error).toMatchObject({ code: 'unsupported', blame: 'caller' });
    expect(emulator.requests).toEqual([]);
  });
});

test('what a note calls inferred is declared so', () => {
  const noted = Object.entries<Capability>(smartsender.capabilities).filter(([, { note = '' }]) =>
    /inferred/.test(note),
  );
  expect(noted.map(([operation]) => operation)).toEqual(['notes.add', 'notes.list']);
  for (const [, capability] of noted) expect(capability).toMatchObject({ basis: 'inferred' });
});
