import assert from 'node:assert/strict';
import { type Conversation, type ConversationQuery, InboxError } from '@anyinbox/core';
import type { ProxiedSubject } from './subject.ts';
import type { RunningVendor } from './target.ts';
import { askedFor } from './wire.ts';

export interface Found {
  readonly items: readonly Conversation[];
  readonly incomplete: boolean;
  /** What it asked the vendor for. */
  readonly asked: string;
}

/** Everything that a query lists. */
export async function find({ inbox, proxy }: ProxiedSubject<RunningVendor>, query: ConversationQuery): Promise<Found> {
  const before = proxy.requests.length;
  const items: Conversation[] = [];
  let incomplete = false;
  for await (const page of inbox.conversations.list(query).pages()) {
    items.push(...page.items);
    incomplete ||= page.incomplete !== undefined;
    assert.ok(items.length < 500, 'more than 500 conversations: seed fewer');
  }
  return { items, incomplete, asked: askedFor(proxy.requests.slice(before)) };
}

/** A value of which the provider says that it cannot, before any request, is left out. */
export async function findOrRefuse(
  subject: ProxiedSubject<RunningVendor>,
  query: ConversationQuery,
): Promise<Found | undefined> {
  const before = subject.proxy.requests.length;
  try {
    return await find(subject, query);
  } catch (error) {
    const refused = InboxError.isInstance(error) && error.code === 'unsupported';
    if (refused && subject.proxy.requests.length === before) return undefined;
    throw error;
  }
}
