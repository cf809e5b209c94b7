import type { Inbox, Operation } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { failureOf, startEmulated } from '../support/emulated.ts';

type Refused = Partial<Record<Operation, (inbox: Inbox, id: string) => PromiseLike<unknown>>>;

/** What comes to light through webhooks only (vendors/brevo.md §0). */
const untilMirrored: Refused = {
  'conversations.list': (inbox) => inbox.conversations.list(),
  'conversations.get': (inbox, id) => inbox.conversations.get(id),
  'messages.list': (inbox, id) => inbox.messages.list(id),
  'channels.list': (inbox) => inbox.channels.list(),
  'channels.get': (inbox) => inbox.channels.get('mail:widget'),
  'agents.list': (inbox) => inbox.agents.list(),
};

/** What vendors/brevo.md §2 has no endpoint for. */
const never: Refused = {
  'conversations.close': (inbox, id) => inbox.conversations.close(id),
  'conversations.reopen': (inbox, id) => inbox.conversations.reopen(id),
  'conversations.markRead': (inbox, id) => inbox.conversations.markRead(id),
  'conversations.assign.agent': (inbox, id) => inbox.conversations.assign(id, { agentId: 'mail:a' }),
  'conversations.unassign': (inbox, id) => inbox.conversations.unassign(id),
  'messages.send.file': (inbox, id) =>
    inbox.messages.send(id, { attachments: [{ url: 'https://cdn.example.com/a.png' }] }),
  'notes.add': (inbox, id) => inbox.notes.add(id, { text: 'x' }),
  'notes.list': (inbox, id) => inbox.notes.list(id),
  'channels.createWebsite': (inbox) => inbox.channels.createWebsite({ name: 'x' }),
  'channels.update': (inbox) => inbox.channels.update('mail:c', { name: 'x' }),
  'channels.delete': (inbox) => inbox.channels.delete('mail:c'),
  'channels.rotateToken': (inbox) => inbox.channels.rotateToken('mail:c'),
  'channels.setAiAgent': (inbox) => inbox.channels.setAiAgent('mail:c', { enabled: true }),
  'groups.list': (inbox) => inbox.groups.list(),
};

describe('what is declared as none', () => {
  test('is what the vendor has no endpoint for', async () => {
    const { inbox } = await startEmulated();
    const none = Object.entries(inbox.capabilities).filter(([, { level }]) => level === 'none');
    expect(none.map(([operation]) => operation).toSorted()).toEqual(
      [...Object.keys(untilMirrored), ...Object.keys(never)].toSorted(),
    );
  });

  test.each(Object.entries({ ...untilMirrored, ...never }))(
    '%s is refused before any request',
    async (operation, call) => {
      const { inbox, conversationId, requests } = await startEmulated();
      expect(inbox.supports(operation as Operation)).toBe(false);
      const error = await failureOf(call(inbox as unknown as Inbox, conversationId));
      expect(error).toMatchObject({ code: 'unsupported', blame: 'caller' });
      expect(requests()).toEqual([]);
    },
  );

  test.each(Object.entries(untilMirrored))('%s says what would make it work', async (_, call) => {
    const { inbox, conversationId } = await startEmulated();
    const { message, hint } = await failureOf(call(inbox as unknown as Inbox, conversationId));
    expect(message).toContain('needs a store');
    expect(hint).toMatch(/^Give `createTenants` a store/);
  });
});
