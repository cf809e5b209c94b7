import { type Conversation, type Message, parseId } from '../model/index.ts';
import type { NativeConversationFacts, NativeMessageFacts } from '../provider/index.ts';
import { mapIds } from './map-ids.ts';

const native = (id: string) => parseId(id).nativeId;

/** What a live read tells of a conversation. What it does not know it does not tell. */
export function conversationFacts(read: Conversation): NativeConversationFacts {
  const { id: _id, connectionId: _connection, provider: _provider, provenance: _provenance, raw: _raw, ...rest } = read;
  const { status, channel, ...facts } = rest;
  const { kind, ...place } = channel;
  const told = {
    ...facts,
    channel: kind === 'unknown' ? (place as typeof channel) : channel,
    ...(status !== 'unknown' && { status }),
  };
  return mapIds({ conversation: told }, native).conversation as NativeConversationFacts;
}

/** The same of a message. */
export function messageFacts(read: Message): NativeMessageFacts {
  const { id: _id, conversationId: _conversation, provenance: _provenance, raw: _raw, ...facts } = read;
  return mapIds({ message: facts }, native).message as NativeMessageFacts;
}
