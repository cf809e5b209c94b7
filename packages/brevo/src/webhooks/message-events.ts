import { contentKey, type NativeEvent, type NativeMessage } from '@anyinbox/core/provider';

/**
 * What a message that stands in a webhook says. That it was written is one fact, however often and in whichever of the three events it comes. What became
 * of it since is another: whether it reached the channel outside.
 */
export function messageEvents(message: NativeMessage, visitorId: string): readonly NativeEvent[] {
  const { direction, text, createdAt, nativeId } = message;
  const inbound = direction === 'inbound';
  return [
    {
      type: inbound ? 'message.received' : 'message.sent',
      key: nativeId,
      conversationId: visitorId,
      occurredAt: createdAt,
      // That was known later than it was written: told with the message itself it would depend on which webhook came first.
      message: inbound ? message : { ...message, delivery: { state: 'unknown' } },
      conversation: {
        nativeId: visitorId,
        lastMessage: { text, direction, createdAt },
        updatedAt: createdAt,
        // A visitor who writes opens the conversation again; an agent who does says nothing of that.
        ...(inbound && { status: 'open' }),
      },
    },
    ...(inbound || message.delivery.state === 'unknown' ? [] : [forwarding(message, visitorId)]),
  ];
}

/** Nobody says when: after it was written, and a failure after what looked like success. */
function forwarding({ nativeId, delivery, createdAt }: NativeMessage, visitorId: string): NativeEvent {
  const failed = delivery.state === 'failed';
  return {
    type: failed ? 'message.failed' : 'message.updated',
    key: contentKey([nativeId, delivery]),
    conversationId: visitorId,
    occurredAt: new Date(Date.parse(createdAt) + (failed ? 2 : 1)).toISOString(),
    message: { nativeId, delivery },
  };
}
