import type {
  SmartsenderChannel,
  SmartsenderContact,
  SmartsenderMessage,
  SmartsenderNote,
  SmartsenderOperator,
} from './wire.ts';

export interface GateRecord {
  id: number;
  channelId: number;
  subscribed: boolean;
  unreadMessages: number;
}

/** A message as kept: its gate is looked up when it is sent, so that it shows the channel of that moment. */
export interface MessageRecord extends Omit<SmartsenderMessage, 'gate'> {
  gateId: number;
}

/** One chat, with its one contact (vendors/smartsender.md §Objects: one chat per contact, many gates). */
export interface SmartsenderConversation {
  /** The chat id. */
  id: number;
  /** `chat.contact.id`. Sending to it must fail: `contact.id` is the one that is addressed (`chat.contact.originalId`). */
  serviceContactId: number;
  contact: SmartsenderContact;
  gates: GateRecord[];
  open: boolean;
  operatorId: number | null;
  /** Oldest first. */
  messages: MessageRecord[];
  notes: SmartsenderNote[];
  createdAt: number;
  updatedAt: number;
  /** Grows with every change: the order of chats that changed in the same millisecond. */
  touched: number;
}

export interface SmartsenderState {
  project: { name: string; photo: string };
  channels: SmartsenderChannel[];
  /** Their `chatsTotal` is counted when they are sent. */
  operators: SmartsenderOperator[];
  conversations: SmartsenderConversation[];
  nextIds: NextIds;
}

/** Ranges that do not overlap: an id used in the wrong place finds nothing, rather than something else. */
export interface NextIds {
  chat: number;
  contact: number;
  serviceContact: number;
  gate: number;
  message: number;
  note: number;
  variable: number;
  touched: number;
}

export function firstIds(): NextIds {
  return {
    chat: 2_196,
    contact: 2_231_000,
    serviceContact: 3_404_000,
    gate: 5_120_000,
    message: 53_400_000,
    note: 71_000,
    variable: 910_000,
    touched: 1,
  };
}

export function takeId(state: SmartsenderState, kind: keyof NextIds): number {
  const id = state.nextIds[kind];
  state.nextIds[kind] += 1;
  return id;
}

export function touch(state: SmartsenderState, conversation: SmartsenderConversation, now: number): void {
  conversation.updatedAt = now;
  conversation.touched = takeId(state, 'touched');
}
