import { createInbox } from '@anyinbox/core';
import { smartsender } from '@anyinbox/smartsender';

const inbox = createInbox(smartsender, { credentials: { token: 'x' } });
createInbox(smartsender, { credentials: { token: 'x' }, options: { timeZone: 'Europe/Kyiv', activities: false } });

// What the vendor can do is there, with its types.
inbox.conversations.list({ status: 'open', unread: true });
inbox.conversations.assign('id', { agentId: 'a' }, { note: 'n' });
inbox.messages.edit('id', { text: 'a' });
inbox.notes.list('id');
inbox.native.me(undefined, { signal: AbortSignal.timeout(1) });
inbox.native.contacts.list();
inbox.native.contacts.search({ term: 'a', page: 2 }).then(({ cursor, collection }) => {
  const pages: number = cursor.pages;
  const name: string | null | undefined = collection[0]?.fullName;
  return [pages, name];
});
inbox.native.contacts.chat({ contactId: '1' }).then((chat) => {
  const originalId: string | null | undefined = chat.contact?.originalId;
  return originalId;
});

// What it cannot do is absent.
// @ts-expect-error no reopening
inbox.conversations.reopen;
// @ts-expect-error no unassigning
inbox.conversations.unassign;
// @ts-expect-error no reading of one message
inbox.messages.get;
// @ts-expect-error no groups
inbox.groups;
// @ts-expect-error nothing to delete a channel with
inbox.channels.delete;
// @ts-expect-error nothing automated
inbox.messages.send('id', { text: 'a', automated: true });
// @ts-expect-error it assigns to agents only
inbox.conversations.assign('id', { groupId: 'g' });
// @ts-expect-error a contact is named by its id
inbox.native.contacts.get({ id: '1' });

// The configuration is typed.
// @ts-expect-error the credential is called token
createInbox(smartsender, { credentials: { apiKey: 'x' } });
// @ts-expect-error options are strict
createInbox(smartsender, { credentials: { token: 'x' }, options: { timezone: 'UTC' } });
