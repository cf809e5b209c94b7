import type { Author, ChannelKind, Delivery } from '@anyinbox/core/provider';

/**
 * Everything this package takes for true that Smartsender does not document, in one place. Each says how it is known (`observed` in other
 * clients, or `inferred`) and the fact in vendors/smartsender.md that it stands on. Mapping tolerates each of them being wrong; what an app
 * can correct is named. Those without a value are:
 * - inferred · §Endpoints: `state` and `selector[name]=private` select truthfully, so that a chat that was listed with them has that status
 *   and that assignee, though its object says neither;
 * - inferred · §Pagination: GET /v1/chats lists the latest activity first (clients show it as it comes);
 * - observed · §Pagination: messages come newest first;
 * - inferred · §Objects, Message: a message with `internal: true`, or of the type `action`, is an activity;
 * - observed · §Objects, Template: everything about `content`, its types and their parameters;
 * - inferred · §Objects, Template: the keys of `replacement` stand in the text verbatim;
 * - observed · §Endpoints: editing and deleting through `gates/{gateId}/messages`, with the gate of the message;
 * - observed · §Send: the contact to send to is `chat.contact.originalId`;
 * - inferred · §Endpoints: notes are listed in the form of every other list, newest first, and POST answers the note.
 *
 * The others are the values below.
 */

/** inferred · §Objects: times carry no zone, and §Stays UNKNOWN lists the zone. Override: `options.timeZone`. */
export const assumedTimeZone = 'UTC';

/** inferred · §Send: the docs advise the current timestamp, and clients send `time()`, which is seconds. Override: `providerOptions`. */
export function watermarkAt(nowMs: number): number {
  return Math.floor(nowMs / 1000);
}

/** observed · §Endpoints: boolean or int, default false; the one client that sends it sends 1. */
export const activitiesFlag = 1;

/** `contact` observed, the others inferred · §Objects, Sender. Whoever is not listed is outbound, of unknown kind. Override: `normalize`. */
export const senderKinds: ReadonlyMap<string, Author['kind']> = new Map([
  ['contact', 'contact'],
  ['operator', 'agent'],
  ['bot', 'bot'],
  ['system', 'system'],
]);

/** inferred · §Objects, State: the values of `type` are not known; these words can mean only one thing. Compared in lower case. */
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

/** Four observed, `whatsapp` inferred · §Objects, Channel: the enum is open. Any other type keeps its word in `nativeKind`. */
export const channelKinds: ReadonlyMap<string, ChannelKind> = new Map([
  ['telegram', 'telegram'],
  ['viber', 'viber'],
  ['instagram', 'instagram'],
  ['facebook', 'facebook'],
  ['whatsapp', 'whatsapp'],
]);

/** inferred · §Objects, Template: the form of a deletion's `context.timestamp` is not known. A number below this is seconds (till year 5138). */
export const smallestMilliseconds = 100_000_000_000;

/** inferred · §Endpoints: "`content` presumably"; the Note object has a field of that name. */
export function noteBody(text: string): { readonly content: string } {
  return { content: text };
}

/** observed · §Objects, Gate: clients do not let anyone write to a chat without a subscribed gate. */
export const unsubscribed = { allowed: false, reason: 'unsubscribed' } as const;
