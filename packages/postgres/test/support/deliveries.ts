import type { Delivery, InboxEvent, RecordChange, Scope } from '@anyinbox/core';

export const scope: Scope = { tenantId: 'acme', connectionId: 'support' };
const time = new Date(0).toISOString();

/** An event that adds one to the count of the conversation. */
export function countingDelivery(id: string, conversation = 'a'): Delivery {
  const change: RecordChange = {
    key: { kind: 'conversation', id: conversation },
    merge: (current) => ({
      ...{ kind: 'conversation', id: conversation, parent: '', at: time, facets: {}, stamps: {} },
      value: { count: Number(current?.value['count'] ?? 0) + 1 },
    }),
  };
  return deliveryOf(id, [change]);
}

export function deliveryOf(id: string, changes: readonly RecordChange[] = []): Delivery {
  const event: InboxEvent = {
    ...{ id, ...scope, provider: 'test', occurredAt: time, receivedAt: time },
    type: 'message.received',
    via: 'webhook',
    data: { nativeType: `content of ${id}` },
  };
  return { scope, entries: [{ event, changes, conversationId: 'a' }] };
}
