import { randomUUID } from 'node:crypto';
import type { ConversationStatus } from '../model/index.ts';
import type { AllHandlers, NativeConversationFacts, NativeEvent, NativeMessage } from '../provider/index.ts';

export interface Recorder {
  /** Writes down what we did ourselves. Never rejects: what the vendor did is done, whether we can note it or not. */
  record(event: NativeEvent): Promise<void>;
  /** The conversation of a message, as far as the mirror knows. */
  conversationOf(messageId: string): Promise<string | undefined>;
  readonly now: () => number;
}

/**
 * A provider's handlers that write down what they did: an own message is an event at once, under the key that its echo has, and the mirror shows an own
 * change before the vendor tells of it.
 */
export function recordedHandlers(handlers: AllHandlers, { record, conversationOf, now }: Recorder): AllHandlers {
  const { conversations, messages, notes } = handlers;
  const time = () => new Date(now()).toISOString();
  /** A change of state has no id of its own: every one is a fact of its own. */
  const changed = (
    type: NativeEvent['type'],
    conversationId: string,
    facts: Omit<NativeConversationFacts, 'nativeId'>,
  ) =>
    record({
      type,
      key: randomUUID(),
      conversationId,
      occurredAt: time(),
      conversation: { nativeId: conversationId, ...facts },
    });
  const status = (value: ConversationStatus) => ({ status: value });
  const messageChanged = async (type: 'message.updated' | 'message.deleted', nativeId: string, facts: object) => {
    const conversationId = await conversationOf(nativeId);
    if (conversationId === undefined) return;
    const message = { nativeId, ...facts };
    await record({ type, key: randomUUID(), conversationId, occurredAt: time(), message });
  };

  return {
    ...handlers,
    conversations: {
      ...conversations,
      async close(id, call) {
        await conversations.close(id, call);
        await changed('conversation.closed', id, status('closed'));
      },
      async reopen(id, options, call) {
        await conversations.reopen(id, options, call);
        await changed('conversation.reopened', id, status('open'));
      },
      async markRead(id, call) {
        await conversations.markRead(id, call);
        await changed('conversation.updated', id, { unreadCount: 0 });
      },
      async assign(id, target, options, call) {
        await conversations.assign(id, target, options, call);
        const assignee =
          target.agentId === undefined
            ? { group: { id: target.groupId, name: '' } }
            : { agent: { id: target.agentId } };
        await changed('conversation.assigned', id, { assignee });
      },
      async unassign(id, call) {
        await conversations.unassign(id, call);
        await changed('conversation.unassigned', id, { assignee: null });
      },
    },
    messages: {
      ...messages,
      async send(conversationId, draft, call) {
        const sent = await messages.send(conversationId, draft, call);
        await record(sentEvent(conversationId, sent));
        return sent;
      },
      async edit(id, change, call) {
        await messages.edit(id, change, call);
        await messageChanged('message.updated', id, { text: change.text, html: null, editedAt: time() });
      },
      async delete(id, call) {
        await messages.delete(id, call);
        await messageChanged('message.deleted', id, { text: '', html: null, attachments: [], deletedAt: time() });
      },
    },
    notes: {
      ...notes,
      async add(conversationId, note, call) {
        const added = await notes.add(conversationId, note, call);
        const { createdAt: occurredAt } = added;
        await record({ type: 'note.added', key: added.nativeId, conversationId, occurredAt, note: added });
        return added;
      },
    },
  };
}

function sentEvent(conversationId: string, sent: NativeMessage): NativeEvent {
  const { direction, text, createdAt } = sent;
  return {
    type: 'message.sent',
    key: sent.nativeId,
    conversationId,
    occurredAt: createdAt,
    message: sent,
    conversation: { nativeId: conversationId, lastMessage: { text, direction, createdAt }, updatedAt: createdAt },
  };
}
