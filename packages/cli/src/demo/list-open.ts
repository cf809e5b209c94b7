import type { Conversation } from '@anyinbox/core';
import type { Desk } from './desk.ts';

export interface OpenConversations {
  /** Newest activity first. */
  readonly conversations: readonly Conversation[];
  readonly pages: number;
  /** Why the vendor shows only part of them. */
  readonly incomplete?: string | undefined;
}

/** Small pages, so that there are several. */
const limit = 15;

export async function listOpen({ inbox, signal }: Pick<Desk, 'inbox' | 'signal'>): Promise<OpenConversations> {
  const conversations: Conversation[] = [];
  let pages = 0;
  let incomplete: string | undefined;
  for await (const page of inbox.conversations.list({ status: 'open', limit, signal }).pages()) {
    // Of several connections, the others are listed all the same; here none may be missing.
    for (const { error } of page.failures ?? []) throw error;
    conversations.push(...page.items);
    pages += 1;
    incomplete = page.incomplete ?? incomplete;
  }
  return { conversations, pages, incomplete };
}
