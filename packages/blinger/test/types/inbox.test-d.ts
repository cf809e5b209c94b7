import { blinger } from '@anyinbox/blinger';
import { createInbox } from '@anyinbox/core';

const inbox = createInbox(blinger, { credentials: { token: 'x' } });
createInbox(blinger, { credentials: { token: 'x' }, options: { encoding: 'form', operatorIds: 'user_id' } });
createInbox(blinger, {
  credentials: { token: 'x' },
  options: { listBy: 'pairs', operatorId: '7', disableWebhook: true },
});

// What the vendor can do is there, with its types.
inbox.conversations.list({ status: 'open', assignee: null, unread: true });
inbox.conversations.assign('id', { agentId: 'a' });
inbox.conversations.assign('id', { groupId: 'g' });
inbox.conversations.reopen('id', { agentId: 'a' });
inbox.conversations.unassign('id');
inbox.messages.send('id', { attachments: [{ url: 'https://example.com' }] }, { as: { agentId: 'a' } });
inbox.notes.add('id', { text: 'n' });
inbox.agents.list();
inbox.groups.list();
inbox.native.conversations.unassigned();
inbox.native.conversations.unread({ operator_id: 7, group_id: '1' }).then(([conversation]) => {
  const name: string | null | undefined = conversation?.from_user_name;
  return name;
});
inbox.native.conversations.close({ conversation_id: '2', disable_webhook: 1 }, { signal: AbortSignal.timeout(1) });

// What it cannot do is absent.
// @ts-expect-error nothing is marked as read
inbox.conversations.markRead;
// @ts-expect-error messages come with the mirror
inbox.messages.list;
// @ts-expect-error notes cannot be read
inbox.notes.list;
// @ts-expect-error channels come with the mirror
inbox.channels;
// @ts-expect-error nothing automated
inbox.messages.send('id', { text: 'a', automated: true });
// @ts-expect-error the vendor's parameters have its names
inbox.native.conversations.close({ conversationId: '2' });
// @ts-expect-error a flag is a number there
inbox.native.conversations.close({ conversation_id: '2', disable_webhook: true });

// The configuration is typed.
// @ts-expect-error the credential is called token
createInbox(blinger, { credentials: { apiKey: 'x' } });
// @ts-expect-error options are strict
createInbox(blinger, { credentials: { token: 'x' }, options: { disable_webhook: 1 } });
