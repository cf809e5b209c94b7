import { blinger } from '@anyinbox/blinger';
import type { Inbox, Operation } from '@anyinbox/core';
import type { Capability } from '@anyinbox/core/provider';
import { describe, expect, test } from 'vitest';
import { pick, startEmulated } from '../support/emulated.ts';
import { failureOf } from '../support/failure.ts';

/** What vendors/blinger.md §Conversation endpoints and §Operators have no endpoint for, and what the mirror serves. */
const calls: Partial<Record<Operation, (inbox: Inbox, id: string) => PromiseLike<unknown>>> = {
  'conversations.markRead': (inbox, id) => inbox.conversations.markRead(id),
  'messages.list': (inbox, id) => inbox.messages.list(id),
  'messages.get': (inbox) => inbox.messages.get('desk:634'),
  'messages.send.automated': (inbox, id) => inbox.messages.send(id, { text: 'x', automated: true }),
  'messages.edit': (inbox) => inbox.messages.edit('desk:634', { text: 'x' }),
  'messages.delete': (inbox) => inbox.messages.delete('desk:634'),
  'notes.list': (inbox, id) => inbox.notes.list(id),
  'channels.list': (inbox) => inbox.channels.list(),
  'channels.get': (inbox) => inbox.channels.get('desk:4'),
  'channels.createWebsite': (inbox) => inbox.channels.createWebsite({ name: 'x' }),
  'channels.update': (inbox) => inbox.channels.update('desk:4', { name: 'x' }),
  'channels.delete': (inbox) => inbox.channels.delete('desk:4'),
  'channels.rotateToken': (inbox) => inbox.channels.rotateToken('desk:4'),
  'channels.setAiAgent': (inbox) => inbox.channels.setAiAgent('desk:4', { enabled: true }),
  'agents.setOnline': (inbox) => inbox.agents.setOnline({ agentId: 'desk:7' }),
};

describe('what is declared as none', () => {
  test('is what the vendor has no endpoint for', async () => {
    const { inbox } = await startEmulated();
    const none = Object.entries(inbox.capabilities).filter(([, { level }]) => level === 'none');
    expect(none.map(([operation]) => operation).toSorted()).toEqual(Object.keys(calls).toSorted());
  });

  test('says what needs a store, and what a store adds', async () => {
    const { inbox } = await startEmulated();
    const fromMirror = Object.entries<Capability>(blinger.capabilities).filter(
      ([, one]) => one.level !== 'none' && one.via === 'mirror',
    );
    expect(fromMirror.map(([operation]) => operation)).toEqual([
      'messages.list',
      'messages.get',
      'channels.list',
      'channels.get',
    ]);
    for (const [operation, declared] of fromMirror) {
      expect(declared).toMatchObject({ level: 'partial', note: expect.stringMatching(/Blinger/) });
      const shown: Capability = inbox.capabilities[operation as keyof typeof inbox.capabilities];
      expect(shown).toMatchObject({ level: 'none', because: 'store' });
    }
    expect(blinger.capabilities['conversations.list']).toMatchObject({
      via: 'composed',
      limits: { statuses: ['open'] },
      withStore: {
        level: 'partial',
        via: 'mirror',
        limits: { filters: ['status', 'assignee', 'unread', 'channelId'], statuses: ['open', 'closed'] },
      },
    });
  });

  test.each(Object.entries(calls))('%s is refused before any request', async (operation, call) => {
    const { inbox, emulator } = await startEmulated();
    expect(inbox.supports(operation as Operation)).toBe(false);
    const error = await failureOf(call(inbox as unknown as Inbox, `desk:${pick(emulator).id}`));
    expect(error).toMatchObject({ code: 'unsupported', blame: 'caller' });
    expect(emulator.requests).toEqual([]);
  });
});
