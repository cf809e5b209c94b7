import type {
  BlingerConversation,
  BlingerFromUser,
  BlingerGroup,
  BlingerMessage,
  BlingerOperator,
  BlingerUser,
} from './wire.ts';

/** An operator as kept: webhooks show a name, the list of operators does not. */
export interface BlingerOperatorRecord extends BlingerOperator {
  name: string;
}

/** A connected account, which conversations come in by. */
export interface BlingerAccountRecord {
  name: string;
  /** Its number as a user, in messages. */
  userId: number;
  user: BlingerUser;
}

export interface BlingerNoteRecord {
  id: number;
  text: string;
  /** Operator.id of its author. */
  operator_id: number;
  date_created: number;
}

/** A conversation as kept: the object itself, and what other calls show. */
export interface BlingerConversationRecord extends BlingerConversation {
  /** Oldest first. */
  messages: BlingerMessage[];
  notes: BlingerNoteRecord[];
  fromUser: BlingerFromUser;
  /** Grows with every change: the order of conversations that changed in the same second. */
  touched: number;
}

export interface BlingerState {
  /** The number of the account's owner, `user_id` of conversations and groups. */
  ownerUserId: number;
  /** The first one is the admin operator. */
  operators: BlingerOperatorRecord[];
  groups: BlingerGroup[];
  accounts: BlingerAccountRecord[];
  conversations: BlingerConversationRecord[];
  nextIds: NextIds;
}

/** Ranges that do not overlap: an id used in the wrong place finds nothing, rather than something else. */
export interface NextIds {
  operator: number;
  operatorUser: number;
  group: number;
  conversation: number;
  blingerUser: number;
  user: number;
  message: number;
  note: number;
  touched: number;
}

export function firstIds(): NextIds {
  return {
    operator: 21,
    operatorUser: 3_001,
    group: 601,
    conversation: 7_400,
    blingerUser: 52_000,
    user: 910_000,
    message: 630_000,
    note: 88_000,
    touched: 1,
  };
}

export function takeId(state: BlingerState, kind: keyof NextIds): number {
  const id = state.nextIds[kind];
  state.nextIds[kind] += 1;
  return id;
}

export function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

export function touch(state: BlingerState, conversation: BlingerConversationRecord, at: number): void {
  conversation.date_updated = seconds(at);
  conversation.touched = takeId(state, 'touched');
}
