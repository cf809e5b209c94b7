import type { GateRecord, MessageRecord, SmartsenderConversation, SmartsenderState } from './state.ts';
import type { SmartsenderChannel, SmartsenderChat, SmartsenderGate, SmartsenderMessage } from './wire.ts';
import { wireTime } from './wire-time.ts';

export function toGate(state: SmartsenderState, gate: GateRecord): SmartsenderGate {
  return {
    id: gate.id,
    subscribed: gate.subscribed,
    unreadMessages: gate.unreadMessages,
    channel: state.channels.find(({ id }) => id === gate.channelId) as SmartsenderChannel,
  };
}

export function toChat(state: SmartsenderState, conversation: SmartsenderConversation): SmartsenderChat {
  return {
    id: conversation.id,
    name: conversation.contact.fullName,
    image: conversation.contact.photo,
    contact: { id: conversation.serviceContactId, originalId: conversation.contact.id },
    gates: conversation.gates.map((gate) => toGate(state, gate)),
    createdAt: wireTime(conversation.createdAt),
    updatedAt: wireTime(conversation.updatedAt),
  };
}

export function toListedChat(state: SmartsenderState, conversation: SmartsenderConversation): SmartsenderChat {
  return { ...toChat(state, conversation), unreadMessages: unreadOf(conversation) };
}

export function toMessage(
  state: SmartsenderState,
  conversation: SmartsenderConversation,
  { gateId, ...message }: MessageRecord,
): SmartsenderMessage {
  const gate = conversation.gates.find(({ id }) => id === gateId) as GateRecord;
  return { ...message, gate: toGate(state, gate) };
}

export function unreadOf(conversation: SmartsenderConversation): number {
  return conversation.gates.reduce((sum, gate) => sum + gate.unreadMessages, 0);
}
