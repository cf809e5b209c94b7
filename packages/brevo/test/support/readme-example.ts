import { brevo } from '@anyinbox/brevo';
import { createInbox, formatId } from '@anyinbox/core';

const { BREVO_API_KEY: apiKey = '', BREVO_BASE_URL: baseUrl } = process.env;
const { BREVO_AGENT_ID: agentId = '', BREVO_VISITOR_ID: visitorId = '' } = process.env;
const options = { agent: { agentId }, ...(baseUrl ? { baseUrl } : {}) };
const inbox = createInbox(brevo, { credentials: { apiKey }, options });

const conversationId = formatId(inbox.connectionId, visitorId); // as a webhook named the visitor
const sent = await inbox.messages.send(conversationId, { text: 'We are on it.' });
await inbox.messages.edit(sent.id, { text: 'We are on it: one minute.' });
await inbox.close();
