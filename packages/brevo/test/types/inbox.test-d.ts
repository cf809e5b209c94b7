import { brevo } from '@anyinbox/brevo';
import { createInbox } from '@anyinbox/core';

const inbox = createInbox(brevo, { credentials: { apiKey: 'x' } });
createInbox(brevo, {
  credentials: { clientId: 'x', clientSecret: 'y', scopes: ['conversations:write'] },
  options: { agent: { email: 'a@example.com', name: 'A' }, plan: 'advanced' },
});

// What the vendor can do is there, with its types.
inbox.messages.send('id', { text: 'a', automated: true }, { as: { agentId: 'a' } });
inbox.messages.get('id').then(({ conversationId }) => conversationId);
inbox.messages.edit('id', { text: 'a' });
inbox.messages.delete('id');
inbox.conversations.assign('id', { groupId: 'g' });
inbox.agents.setOnline({ name: 'A', email: 'a@example.com' }, { signal: AbortSignal.timeout(1) });
inbox.native.pushedMessages.get({ id: '1' }).then((message) => {
  const text: string | null | undefined = message.text;
  const success: boolean | null | undefined = message.forwardedToSourceStatus?.isSuccess;
  return [text, success];
});
inbox.native.visitorGroup({ visitorId: 'v', groupId: null });

// What it cannot do is absent.
// @ts-expect-error no list without a mirror
inbox.conversations.list;
// @ts-expect-error no history without a mirror
inbox.messages.list;
// @ts-expect-error agents are not listed
inbox.agents.list;
// @ts-expect-error no notes
inbox.notes;
// @ts-expect-error no channels
inbox.channels;
// @ts-expect-error no groups
inbox.groups;
// @ts-expect-error no files
inbox.messages.send('id', { attachments: [{ url: 'https://example.com/a.png' }] });
// @ts-expect-error it assigns to groups only
inbox.conversations.assign('id', { agentId: 'a' });
// @ts-expect-error nothing closes a conversation
inbox.conversations.close;

// The configuration is typed.
// @ts-expect-error the credential is called apiKey
createInbox(brevo, { credentials: { token: 'x' } });
// @ts-expect-error a person has an email and a name
createInbox(brevo, { credentials: { apiKey: 'x' }, options: { agent: { email: 'a@example.com' } } });
