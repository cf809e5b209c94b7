import type { Author, ChannelKind, Delivery } from '@anyinbox/core/provider';

/**
 * The values of what this package takes for true and Smartsender does not document. What each stands on, and how an app corrects it, is said in
 * declared-assumptions.ts, with the assumptions that have no value. Mapping tolerates each of them being wrong.
 */

export const assumedTimeZone = 'UTC';

/** The docs advise the current timestamp, and clients send `time()`. */
export function watermarkAt(nowMs: number): number {
  return Math.floor(nowMs / 1000);
}

/** Boolean or int; the one client that sends it sends 1. */
export const activitiesFlag = 1;

/** By `sender.type`, compared in lower case. `contact` is observed, the others are not. */
export const senderKinds: ReadonlyMap<string, Author['kind']> = new Map([
  ['contact', 'contact'],
  ['operator', 'agent'],
  ['bot', 'bot'],
  ['system', 'system'],
]);

/** By `state.type`, compared in lower case: words that can mean only one thing. */
export const deliveryWords: ReadonlyMap<string, Delivery['state']> = new Map([
  ['pending', 'pending'],
  ['queued', 'pending'],
  ['sending', 'pending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['seen', 'read'],
  ['failed', 'failed'],
  ['error', 'failed'],
  ['rejected', 'failed'],
  ['undelivered', 'failed'],
]);

/** By `channel.type`, compared in lower case. Four are observed, `whatsapp` is not. Any other type keeps its word in `nativeKind`. */
export const channelKinds: ReadonlyMap<string, ChannelKind> = new Map([
  ['telegram', 'telegram'],
  ['viber', 'viber'],
  ['instagram', 'instagram'],
  ['facebook', 'facebook'],
  ['whatsapp', 'whatsapp'],
]);

/** A deletion's `context.timestamp` below this is seconds (till the year 5138). */
export const smallestMilliseconds = 100_000_000_000;

/** "`content` presumably"; the Note object has a field of that name. */
export function noteBody(text: string): { readonly content: string } {
  return { content: text };
}

export const unsubscribed = { allowed: false, reason: 'unsubscribed' } as const;

/** vendors/smartsender.md §Webhooks: where a block names the contact, as community integrations write it. The first one that holds an id counts. */
export const pingFields = ['userId', 'user_id', 'contactId', 'contact_id'] as const;

/** §Webhooks: no rule for repeating is known; this is what says "not now" everywhere. */
export const assumedRedeliverStatus = 503;
