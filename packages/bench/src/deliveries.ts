import { changesOf, type Delivery, type InboxEvent } from '@anyinbox/core';

export const scope = { tenantId: 'acme', connectionId: 'mail' };

const begin = Date.parse('2026-01-01T00:00:00Z');

/** A webhook with one message that begins a conversation of its own: an event, a conversation and a message. */
export function delivery(number: number): Delivery {
  const at = new Date(begin + number * 1000).toISOString();
  const conversationId = `mail:v${number}`;
  const text = `Could you tell me when order ${number} will be here? I ordered it a week ago.`;
  const event: InboxEvent = {
    id: `event-${number}`,
    type: 'message.received',
    tenantId: scope.tenantId,
    connectionId: scope.connectionId,
    provider: 'brevo',
    conversationId,
    occurredAt: at,
    receivedAt: at,
    via: 'webhook',
    data: {
      conversation: {
        id: conversationId,
        nativeId: `v${number}`,
        status: number % 5 === 0 ? 'closed' : 'open',
        contact: { id: conversationId, name: `Visitor ${number}`, email: `visitor-${number}@example.com` },
        channel: { kind: 'website', nativeKind: 'widget' },
        lastMessage: { text, direction: 'inbound', createdAt: at },
        updatedAt: at,
      },
      message: {
        id: `mail:visitor:m${number}`,
        nativeId: `visitor:m${number}`,
        conversationId,
        kind: 'message',
        direction: 'inbound',
        author: { kind: 'contact', id: conversationId },
        text,
        attachments: [],
        delivery: { state: 'delivered' },
        createdAt: at,
      },
    },
  };
  return {
    scope,
    entries: [{ event, conversationId: `v${number}`, contactId: `v${number}`, changes: changesOf(event) }],
  };
}
