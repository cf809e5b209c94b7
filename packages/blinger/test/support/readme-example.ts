import { blinger } from '@anyinbox/blinger';
import { createInbox } from '@anyinbox/core';

const { BLINGER_TOKEN: token = '', BLINGER_BASE_URL: baseUrl } = process.env;
const inbox = createInbox(blinger, { credentials: { token }, options: baseUrl ? { baseUrl } : {} });

const { items: agents } = await inbox.agents.list();
const waiting = await inbox.conversations.list({ assignee: null }).toArray({ limit: 20 });
for (const [index, conversation] of waiting.entries()) {
  const agent = agents[index % agents.length];
  if (agent) await inbox.conversations.assign(conversation.id, { agentId: agent.id });
}
await inbox.close();
