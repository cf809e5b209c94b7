import { createHash } from 'node:crypto';
import type { BrevoAgent, BrevoMessage, BrevoPage, BrevoVisitor } from './wire.ts';

export interface BrevoAgentRecord extends BrevoAgent {
  /** Has the vendor's application open. */
  online: boolean;
  /** Kept online by agentOnlinePing until then, in Unix milliseconds. */
  onlineUntil: number;
  /** Made by an unknown `agentEmail`. */
  dummy: boolean;
}

export interface BrevoGroup {
  id: string;
  name: string;
  agentIds: string[];
}

/** The one continuous conversation with a visitor. */
export interface BrevoConversationRecord {
  conversationId: string;
  visitor: BrevoVisitor;
  startPage?: BrevoPage;
  banned: boolean;
  /** Whether it has begun and not ended. */
  running: boolean;
  /** Oldest first. */
  messages: BrevoMessage[];
}

export interface BrevoAccessToken {
  token: string;
  scopes: string[];
  /** Unix milliseconds. */
  expiresAt: number;
}

export interface BrevoState {
  agents: BrevoAgentRecord[];
  groups: BrevoGroup[];
  conversations: BrevoConversationRecord[];
  /** Those that were issued. Empty it, and all are unknown. */
  accessTokens: BrevoAccessToken[];
  /** Counts everything that was made, for ids. */
  made: number;
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** Seventeen letters and digits, the form seen in the vendor's examples: the same sequence in every run. */
export function takeId(state: BrevoState): string {
  const bytes = takeHash(state).subarray(0, 17);
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}

export function takeHash(state: BrevoState): Buffer {
  state.made += 1;
  return createHash('sha256').update(`brevo emulator ${state.made}`).digest();
}

export function conversationOf(state: BrevoState, visitorId: string): BrevoConversationRecord | undefined {
  return state.conversations.find(({ visitor }) => visitor.id === visitorId);
}

export function hasOnlineAgent(state: BrevoState, now: number): boolean {
  return state.agents.some(({ online, onlineUntil }) => online || onlineUntil > now);
}
