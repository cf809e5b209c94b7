import { contentKey, type NativeEvent, type NativeMessage } from '@anyinbox/core/provider';

/**
 * What a message that stands in a webhook says. That it was written is one fact, however often and in whichever of the three events it comes. What became
 * of it since is another: a failure to deliver it.
 */
export function messageEvents(message: NativeMessage, visitorId: string): readonly NativeEvent[] {
  const { direction, text, createdAt, nativeId, delivery } = message;
  const inbound = direction === 'inbound';
  const failed = delivery.state === 'failed';
  const event: NativeEvent = {
    type: inbound ? 'message.received' : 'message.sent',
    key: nativeId,
    conversationId: visitorId,
    occurredAt: createdAt,
    // It failed later than it was written: told with the message itself it would depend on which webhook came first.
    message: failed ? { ...message, delivery: { state: 'unknown' } } : message,
    conversation: {
      nativeId: visitorId,
      lastMessage: { text, direction, createdAt },
      updatedAt: createdAt,
      // A visitor who writes opens the conversation again; an agent who does says nothing of that.
      ...(inbound && { status: 'open' }),
    },
  };
  return failed ? [event, failure(message, visitorId)] : [event];
}

function failure({ nativeId, delivery, createdAt }: NativeMessage, visitorId: string): NativeEvent {
  return {
    type: 'message.failed',
    key: contentKey([nativeId, delivery]),
    conversationId: visitorId,
    occurredAt: new Date(Date.parse(createdAt) + 1).toISOString(),
    message: { nativeId, delivery },
  };
}
