import type { Assumption, ChannelKind, Delivery } from '@anyinbox/core/provider';

/** §2 #10: the documented body has no visitor, though the answer has one. `null` takes the visitor out of its group. */
export function visitorGroupBody(visitorId: string, groupId: string | null) {
  return { visitorId, groupId };
}

/** §3.2: a connection that fails and a 429 are delivered again, any other answer is not. Documented of webhooks in general. */
export const redeliverStatus = 429;

/** §3.3: the values of `visitor.source` that were seen. */
export const channelKinds: ReadonlyMap<string, ChannelKind> = new Map([
  ['widget', 'website'],
  ['email', 'email'],
  ['sms', 'sms'],
  ['whatsapp', 'whatsapp'],
  ['facebook', 'facebook'],
  ['instagram', 'instagram'],
]);

/** §3.3: where a visitor's address stands among the attributes; the first that is there counts. */
export const contactAttributes = { email: ['EMAIL'], phone: ['SMS', 'WHATSAPP'] } as const;

/**
 * §2.1, §2 "delivery is asynchronous": the outside channel took the message, which does not say that it reached the person. Without this
 * field even a 200 proves nothing (observed with WhatsApp), so that the state is then unknown.
 */
export const forwarded: Delivery['state'] = 'sent';

/** §1: "about an hour", for a token that does not say how long it lives. */
export const assumedTokenLifetimeMs = 3_600_000;

/** §4, §9.9: how long to ask nothing after a 429 that does not say it. Asking again soon would use up the hour. */
export const unexplainedBlock = { firstMs: 60_000, stepMs: 60_000, maxMs: 600_000 } as const;

const at = (section: string) => `vendors/brevo.md §${section}`;
const assume = (basis: Assumption['basis'], source: string, assumed: string, override?: string): Assumption => ({
  assumed,
  basis,
  source,
  ...(override === undefined ? {} : { override }),
});

/** Everything that this package takes for true and Brevo does not document. Mapping tolerates each of them being wrong. */
export const assumptions: readonly Assumption[] = [
  assume('inferred', at('1'), 'The endpoints of conversations take a bearer token as they take an API key.'),
  assume(
    'inferred',
    at('1'),
    'A client that asks for a token proves itself by HTTP Basic, its id and secret form-encoded before they are joined.',
  ),
  assume(
    'inferred',
    at('1'),
    `A token that does not say how long it lives does so for ${assumedTokenLifetimeMs / 60_000} minutes.`,
  ),
  assume('inferred', at('2 #2'), '`GET messages/{id}` reads visitors’ messages too, and not pushed ones.'),
  assume('inferred', at('2 #5'), 'The answer to a pushed message is a pushed message, whether it says so or not.'),
  assume(
    'inferred',
    at('2 #10'),
    `A visitor is assigned to a group by \`${Object.keys(visitorGroupBody('', '')).join('` and `')}\`; without a group by \`null\`.`,
  ),
  assume(
    'inferred',
    at('2.1'),
    'A message of another type than `visitor` is outbound.',
    'normalize.message.direction, normalize.message.author',
  ),
  assume(
    'inferred',
    at('2.1'),
    `\`forwardedToSourceStatus.isSuccess\` says that the outside channel took the message, which is \`${forwarded}\` and not delivered.`,
    'normalize.message.delivery',
  ),
  assume(
    'observed',
    at('2 “delivery is asynchronous”'),
    'Without `forwardedToSourceStatus` nobody knows whether a message reached the outside channel.',
    'normalize.message.delivery',
  ),
  assume(
    'inferred',
    at('2.1'),
    'A text that is the name of an attached file is that name, and nothing that anyone wrote.',
    'normalize.message.text',
  ),
  assume(
    'inferred',
    at('2.2, §3.3'),
    'Files have their old or their new field names, in `file`, in `attachments` or in both.',
    'normalize.message.attachments',
  ),
  assume(
    'inferred',
    at('3.2'),
    `A webhook that is answered with ${redeliverStatus} is delivered again, as other webhooks of Brevo are.`,
  ),
  assume(
    'inferred',
    at('3.3'),
    'A transcript says that the conversation ended, and a message of the visitor that it is open again.',
  ),
  assume(
    'observed',
    at('3.3'),
    `A visitor's address is the attribute ${contactAttributes.email[0]}, ${contactAttributes.phone.join(' or ')}.`,
  ),
  assume(
    'observed',
    at('3.3'),
    `The sources are ${[...channelKinds.keys()].join(', ')}; any other is a channel of unknown kind.`,
  ),
  assume('inferred', at('3.3'), 'Each source, or each `sourceChannelRef` of one, is a channel.'),
  assume('inferred', at('3.3'), 'A visitor of a group is assigned to it.'),
  assume('inferred', at('4'), '`x-sib-ratelimit-reset` counts seconds, as the vendor says it typically does.'),
  assume('inferred', at('4'), 'The requests of all endpoints count together, per account, over any hour.'),
  assume(
    'inferred',
    at('4'),
    `After a 429 that does not say how long, nothing is asked for ${unexplainedBlock.firstMs / 1000} seconds, and ${unexplainedBlock.stepMs / 1000} more each time, up to ${unexplainedBlock.maxMs / 60_000} minutes.`,
  ),
];
