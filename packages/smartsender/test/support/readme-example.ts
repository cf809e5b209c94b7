import { createInbox } from '@anyinbox/core';
import { smartsender } from '@anyinbox/smartsender';

const { SMARTSENDER_TOKEN: token = '', SMARTSENDER_BASE_URL: baseUrl } = process.env;
const inbox = createInbox(smartsender, { credentials: { token }, options: baseUrl ? { baseUrl } : {} });

for (const conversation of await inbox.conversations.list({ status: 'open', unread: true }).toArray({ limit: 3 })) {
  if (!conversation.canReply?.allowed) continue;
  await inbox.messages.send(conversation.id, { text: 'We are on it.' });
  await inbox.conversations.markRead(conversation.id);
}
await inbox.close();
