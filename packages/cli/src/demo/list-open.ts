import type { Conversation } from '@anyinbox/core';
import type { Desk } from './desk.ts';

export interface OpenConversations {
  /** Newest activity first. */
  readonly conversations: readonly Conversation[];
  readonly pages: number;
}

/** Small pages, so that there are several. */
const limit = 15;

export async function listOpen({ inbox, signal }: Pick<Desk, 'inbox' | 'signal'>): Promise<OpenConversations> {
  const conversations: Conversation[] = [];
  let pages = 0;
  for await (const page of inbox.conversations.list({ status: 'open', limit, signal }).pages()) {
    conversations.push(...page.items);
    pages += 1;
  }
  return { conversations, pages };
}
