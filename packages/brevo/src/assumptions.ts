import type { Delivery } from '@anyinbox/core/provider';

/**
 * Everything this package takes for true that Brevo does not document, in one place. Each says how it is known (`observed` in other clients, or
 * `inferred`) and the fact in vendors/brevo.md that it stands on. Mapping tolerates each of them being wrong. Those without a value are:
 * - inferred · §1: the endpoints of conversations take a bearer token as they take an API key;
 * - inferred · §1: a client proves itself by `client_secret_basic`, its id and secret form-encoded before they are joined (RFC 6749 §2.3.1);
 * - inferred · §2 #2: GET messages/{id} reads visitors' messages too, and GET pushedMessages/{id} is needed for pushed ones;
 * - inferred · §2 #5: the answer to a pushed message is a pushed message, whether it says so or not;
 * - inferred · §2.1: a message of another type than `visitor` is ours, so that an app that answers inbound messages never answers itself;
 * - inferred · §2.1: a text that is the name of an attached file is that name, and nothing that anyone wrote;
 * - inferred · §2.2, §3.3: files have their old or their new field names, in REST and in webhooks, in `file`, in `attachments` or in both;
 * - inferred · §4: one budget per account, over any hour.
 *
 * The others are the values below.
 */

/** inferred · §2 #10: the documented body has no visitor, though the answer has one. `null` takes the visitor out of its group. */
export function visitorGroupBody(visitorId: string, groupId: string | null) {
  return { visitorId, groupId };
}

/**
 * inferred · §2.1, §2 "delivery is asynchronous": the outside channel took the message, which does not say that it reached the person. Without this
 * field even a 200 proves nothing (observed with WhatsApp), so that the state is then unknown.
 */
export const forwarded: Delivery['state'] = 'sent';

/** §1: "about an hour", for a token that does not say how long it lives. */
export const assumedTokenLifetimeMs = 3_600_000;

/** inferred · §4, §9.9: how long to ask nothing after a 429 that does not say it. Asking again soon would use up the hour. */
export const unexplainedBlock = { firstMs: 60_000, stepMs: 60_000, maxMs: 600_000 } as const;
