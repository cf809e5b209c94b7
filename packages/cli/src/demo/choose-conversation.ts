import type { Conversation, Message } from '@anyinbox/core';
import { can, type Desk, type Known } from './desk.ts';

export interface Chosen {
  readonly conversation: Conversation;
  /** Newest first. Absent when the inbox shows no histories. */
  readonly messages?: readonly Message[];
}

/** The newest of them that has a picture or another file in its history, so that there is something to see; otherwise the newest. */
export async function chooseConversation(desk: Desk, newest: readonly Conversation[]): Promise<Chosen> {
  const [first, ...rest] = newest.filter(({ canReply }) => canReply?.allowed !== false);
  if (first === undefined) throw new Error('None of the newest conversations can be answered');
  if (!can(desk, 'messages.list')) return { conversation: first };

  const chosen = { conversation: first, messages: await readHistory(desk, first) };
  if (hasFile(chosen.messages)) return chosen;
  for (const conversation of rest) {
    const messages = await readHistory(desk, conversation);
    if (hasFile(messages)) return { conversation, messages };
  }
  return chosen;
}

/** The latest part of it, newest first. */
export function readHistory({ inbox, signal }: Desk, { id }: Known): Promise<Message[]> {
  return inbox.messages.list(id, { signal }).toArray({ limit: 20 });
}

export function hasFile(messages: readonly Message[]): boolean {
  return messages.some(({ attachments }) => attachments.some(({ url }) => url !== undefined));
}
