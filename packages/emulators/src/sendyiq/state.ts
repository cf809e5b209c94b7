import { createHash } from 'node:crypto';
import type { SendyiqChannel, SendyiqConversation, SendyiqMessage } from './assumptions.ts';

/** A conversation as kept: always with its messages, oldest first. */
export interface SendyiqConversationRecord extends SendyiqConversation {
  messages: SendyiqMessage[];
  /** Grows with every change: the order of conversations that changed in the same millisecond. */
  touched: number;
}

export interface SendyiqState {
  channels: SendyiqChannel[];
  conversations: SendyiqConversationRecord[];
  /** What PATCH has set and no response shows, by channel id. */
  secrets: Record<string, { accessToken?: string; appSecret?: string }>;
  /** When each hub token that was issued expires, in milliseconds since the epoch. */
  hubTokens: Record<string, number>;
  /** Counts everything that was made, for ids and for the order of changes. */
  made: number;
}

export function emptyState(): SendyiqState {
  return { channels: [], conversations: [], secrets: {}, hubTokens: {}, made: 0 };
}

/** The next UUID: the same sequence in every run. */
export function takeUuid(state: SendyiqState): string {
  const digits = takeHex(state);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}

/** 32 hexadecimal digits, the form of a channel token. */
export function takeHex(state: SendyiqState): string {
  state.made += 1;
  return createHash('sha256').update(`sendyiq emulator ${state.made}`).digest('hex').slice(0, 32);
}

export function touch(state: SendyiqState, conversation: SendyiqConversationRecord, now: number): void {
  state.made += 1;
  conversation.touched = state.made;
  conversation.updatedAt = new Date(now).toISOString();
}
