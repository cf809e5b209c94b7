import { assumed } from './assumptions.ts';
import { type SmartsenderConversation, type SmartsenderState, takeId } from './state.ts';

export interface NewConversation {
  firstName: string;
  lastName?: string | null;
  phone?: string | null;
  email?: string | null;
  /** Ids of the channels the contact is reached by, one gate each. The first channel if absent. */
  channelIds?: number[];
  subscribed?: boolean;
  open?: boolean;
  operatorId?: number | null;
  at: number;
}

/** Adds a contact with its chat, without messages. */
export function addConversation(state: SmartsenderState, options: NewConversation): SmartsenderConversation {
  const contactId = takeId(state, 'contact');
  const { firstName, lastName = null } = options;
  const channelIds = options.channelIds ?? state.channels.slice(0, 1).map(({ id }) => id);
  const conversation: SmartsenderConversation = {
    id: takeId(state, 'chat'),
    serviceContactId: takeId(state, 'serviceContact'),
    contact: {
      id: contactId,
      photo: `https://cdn.example.com/avatars/${contactId}.jpg`,
      state: assumed.contactState,
      email: options.email ?? null,
      phone: options.phone ?? null,
      fullName: lastName === null ? firstName : `${firstName} ${lastName}`,
      firstName,
      lastName,
      tags: [],
      funnels: [],
      variables: [],
    },
    gates: channelIds.map((channelId) => ({
      id: takeId(state, 'gate'),
      channelId: knownChannelId(state, channelId),
      subscribed: options.subscribed ?? true,
      unreadMessages: 0,
    })),
    open: options.open ?? true,
    operatorId: options.operatorId ?? null,
    messages: [],
    notes: [],
    createdAt: options.at,
    updatedAt: options.at,
    touched: takeId(state, 'touched'),
  };
  state.conversations.push(conversation);
  return conversation;
}

function knownChannelId(state: SmartsenderState, channelId: number): number {
  if (state.channels.some(({ id }) => id === channelId)) return channelId;
  throw new Error(`The emulator has no channel ${channelId}`);
}
