import type { WebhookSample, WebhookSampleOptions } from '@anyinbox/core/provider';

/**
 * One of each event whose name and body are documented (vendors/blinger.md §Webhooks), in the order in which they would come. Of the messages of the
 * closed one the text and the time are assumed (../assumptions.ts).
 */
export function samples({ conversationId, text, now }: WebhookSampleOptions): readonly WebhookSample[] {
  const second = Math.floor(now / 1000);
  const conversation = (status: string, date_updated: number) => ({
    // Integers on the wire.
    id: /^\d{1,15}$/.test(conversationId) ? Number(conversationId) : conversationId,
    application: 'telegrambot',
    status,
    date_created: second - 60,
    date_updated,
    from_user: {
      user_id: 412,
      role: 'default',
      title: 'Vera Example',
      avatar: 'https://cdn.example.com/avatars/412.png',
      status: 'enabled',
      service_user_id: '880000412',
      date_created: second - 60,
    },
  });
  const operator = { id: 7, name: 'Marta Example', email: 'marta@shop.example.com' };
  const message = {
    id: 634,
    from_blinger_user_id: 5,
    to_blinger_user_id: 4,
    from_user_id: 412,
    to_user_id: 1,
    message: text,
    date_created: second - 3,
  };
  const bodies = [
    { webhook: 'on_conversation_unassigned', conversation: conversation('unassigned', second - 2) },
    { webhook: 'on_conversation_assigned', conversation: conversation('inbox', second - 1), operator },
    {
      webhook: 'on_conversation_closed',
      conversation: { ...conversation('closed', second), messages: [message] },
      operator,
    },
  ];
  return bodies.map((body) => ({ name: body.webhook, body }));
}
