import type { Inbox } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { logOf } from '../support/event-tenants.ts';
import { at, eventfulTenants, messageOf, received } from '../support/eventful-vendor.ts';
import { failure } from '../support/failure.ts';

/** A conversation with one message of each side, of a vendor that shows nothing. */
async function start() {
  const kept = eventfulTenants({ shows: false });
  await kept.post({
    events: [
      received('c1', messageOf('m1', 'Hello', at(1))),
      received('c1', { ...messageOf('m2', 'Good day', at(2), 'outbound'), html: '<p>Good day</p>' }),
    ],
  });
  const inbox = (await kept.tenants.inbox('acme')) as unknown as Inbox;
  const newest = async () => (await logOf(kept.store)).at(-1);
  return { ...kept, inbox, newest };
}

describe('what we do ourselves is an event, and shown at once', () => {
  test.each([
    ['close', 'conversation.closed', { status: 'closed' }],
    ['reopen', 'conversation.reopened', { status: 'open' }],
    ['markRead', 'conversation.updated', { unreadCount: 0 }],
    ['unassign', 'conversation.unassigned', { assignee: null }],
  ] as const)('%s', async (method, type, shown) => {
    const { inbox, newest } = await start();
    await inbox.conversations[method]('mail:c1');
    expect(await newest()).toMatchObject({
      type,
      conversationId: 'mail:c1',
      via: 'send',
      data: { conversation: shown },
    });
    expect(await inbox.conversations.get('mail:c1')).toMatchObject(shown);
  });

  test.each([
    [{ agentId: 'mail:a1' }, { agent: { id: 'mail:a1' } }],
    [{ groupId: 'mail:g1' }, { group: { id: 'mail:g1' } }],
  ])('assign to %o', async (target, assignee) => {
    const { inbox, newest } = await start();
    await inbox.conversations.assign('mail:c1', target);
    expect(await newest()).toMatchObject({ type: 'conversation.assigned', data: { conversation: { assignee } } });
    expect(await inbox.conversations.get('mail:c1')).toMatchObject({ assignee });
    const mine = await inbox.conversations.list({ assignee: target });
    expect(mine.items.map(({ id }) => id)).toEqual(['mail:c1']);
  });

  test('an edit, of which the rendering before is none', async () => {
    const { inbox, newest } = await start();
    expect(await inbox.messages.get('mail:m2')).toMatchObject({ html: '<p>Good day</p>' });
    await inbox.messages.edit('mail:m2', { text: 'Good evening' });
    expect(await newest()).toMatchObject({ type: 'message.updated', conversationId: 'mail:c1' });
    const message = await inbox.messages.get('mail:m2');
    expect(message).toMatchObject({ text: 'Good evening', editedAt: expect.any(String) });
    expect(message).not.toHaveProperty('html');
  });

  test('a deletion, of which nothing is left to read', async () => {
    const { inbox, newest } = await start();
    await inbox.messages.delete('mail:m2');
    expect(await newest()).toMatchObject({ type: 'message.deleted', conversationId: 'mail:c1' });
    expect(await inbox.messages.get('mail:m2')).toMatchObject({ text: '', deletedAt: expect.any(String) });
  });

  test('a note', async () => {
    const { inbox, newest } = await start();
    const note = await inbox.notes.add('mail:c1', { text: 'Call back' });
    expect(await newest()).toMatchObject({
      type: 'note.added',
      conversationId: 'mail:c1',
      data: { note: { id: note.id, text: 'Call back' } },
    });
  });
});

test('what the vendor refused is no event', async () => {
  const { inbox, vendor, newest } = await start();
  const before = await newest();
  vendor.fails = () => true;
  await failure(inbox.conversations.close('mail:c1'));
  await failure(inbox.messages.edit('mail:m2', { text: 'Good evening' }));
  expect(await newest()).toEqual(before);
  expect(await inbox.conversations.get('mail:c1')).toMatchObject({ status: 'open' });
});

test('what the vendor did is done, whether it can be written down or not', async () => {
  const { inbox, store, vendor } = await start();
  store.ingest = async () => {
    throw new Error('The disk is full');
  };
  await inbox.conversations.close('mail:c1');
  expect((await inbox.messages.send('mail:c1', { text: 'Bye' })).text).toBe('Bye');
  await inbox.messages.edit('mail:m2', { text: 'Good evening' });
  expect(vendor.calls).toEqual(['close c1', 'send c1', 'edit m2']);
});

test('of a message that the mirror does not know it is not known where it changed', async () => {
  const { inbox, newest, vendor } = await start();
  const before = await newest();
  await inbox.messages.delete('mail:unheard');
  expect(vendor.calls).toEqual(['delete unheard']);
  expect(await newest()).toEqual(before);
});
