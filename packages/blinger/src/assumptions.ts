import type { Assumption, ChannelKind, InboxError } from '@anyinbox/core/provider';

/** §Auth and base: "Request body encoding (JSON vs form) is not stated". */
export const assumedEncoding = 'json';

/** §Operators: "Whether `operator_id` in requests is Operator.id or Operator.user_id: UNKNOWN". */
export const assumedOperatorIds = 'id';

/**
 * §Conversation endpoints: `unread` and `not-answered` take an operator and a group, and neither is said to be required. Each operator and each
 * group is asked for: the groups find what is held by somebody whom operators/all does not list.
 */
export const assumedListBy = 'operators-and-groups';

/**
 * §Conversation object: `livechat` and `telegrambot` were seen; of the other channels only labels are known, and these are what an API would
 * call them. Compared in lower case. Any other word is of unknown kind and stays in `nativeKind`.
 */
export const channelKinds: ReadonlyMap<string, ChannelKind> = new Map([
  ['livechat', 'website'],
  ['telegrambot', 'telegram'],
  ['telegram', 'telegram'],
  ['facebook', 'facebook'],
  ['whatsapp', 'whatsapp'],
  ['viber', 'viber'],
  ['email', 'email'],
]);

/** What a 400 on one path means, since the vendor's text is not to be read. */
export interface Refusal {
  readonly code: 'conflict' | 'not-found';
  readonly hint: string;
  readonly isMeant: (error: InboxError) => boolean;
}

/** §Conversation endpoints: 400 on `start` is documented for this; whether other mistakes get it too is not. */
export const refusedStart: Refusal = {
  code: 'conflict',
  hint: 'Another operator holds the conversation: assign it to yours, or unassign it first. If nobody does, Blinger knows no such conversation or operator.',
  isMeant: () => true,
};

/**
 * §Envelope and errors: operators/delete answers 400 and a text for an operator that does not exist, and a mistake in a parameter has the names
 * of fields; so a conversation that does not exist gets a text.
 */
export const refusedGet: Refusal = {
  code: 'not-found',
  hint: 'Blinger answers 400 for a conversation that does not exist.',
  isMeant: ({ vendorCode }) => vendorCode === undefined,
};

/**
 * §Stays UNKNOWN: the answers to send-message, send-file-message and send-note. The id is looked for under the first name, then in an object
 * under the second, then as the `id` of the answer, unless that is a conversation.
 */
export const sentNames = {
  message: { id: 'message_id', object: 'message' },
  note: { id: 'note_id', object: 'note' },
} as const;

/** §Conversation object: fields that a conversation has and a message, as far as webhooks show it, has not. */
export const conversationSigns = ['unread_count', 'operator_user_id', 'last_message'] as const;

/** §Conversation object: the name of a creation time, which what was sent may have too. */
export const sentTimeName = 'date_created';

/** §Webhooks: a message of a closed conversation is cut after its fifth field. The first of these that is a text is its text; each is one elsewhere. */
export const toldTextNames = ['message', 'text'] as const;

/** §Conversation object: the name of a creation time, which a message may have too. */
export const toldTimeName = 'date_created';

/** §Webhooks: seen in 2018, flat: it names neither the conversation nor the message, and no time. */
export const assumedIncoming = 'on_message_incoming';

/** §Webhooks: "Receiver must answer HTTP 200. Retry behaviour: UNKNOWN". This is what asks a sender that repeats to do so. */
export const assumedRedeliverStatus = 503;

const object = 'vendors/blinger.md §Conversation object';
const endpoints = 'vendors/blinger.md §Conversation endpoints';
const errors = 'vendors/blinger.md §Envelope and errors';
const hooks = 'vendors/blinger.md §Webhooks';
const inferred = (source: string, assumed: string, override?: string): Assumption => ({
  assumed,
  basis: 'inferred',
  source,
  ...(override === undefined ? {} : { override }),
});
const observed = (source: string, assumed: string): Assumption => ({ assumed, basis: 'observed', source });

/** Everything that this package takes for true and Blinger does not document. Mapping tolerates each of them being wrong. */
export const assumptions: readonly Assumption[] = [
  inferred('vendors/blinger.md §Auth and base', 'Request bodies are JSON.', 'options.encoding'),
  inferred(
    'vendors/blinger.md §Operators, groups, users',
    '`operator_id` in requests is Operator.id.',
    'options.operatorIds',
  ),
  inferred(
    endpoints,
    '`unread` and `not-answered` can be asked for an operator alone and for a group alone.',
    'options.listBy',
  ),
  inferred(endpoints, '`unassigned` without a group is that of all groups.'),
  inferred(endpoints, 'The lists for an operator show what that operator holds.', 'normalize.conversation.assignee'),
  inferred(
    endpoints,
    'An unassigned conversation of a group is assigned to nobody: the filter by a group leaves it out.',
  ),
  inferred(
    'vendors/blinger.md §Conversation object',
    'An outgoing last message (`is_outgoing`) does not swap `from_*` and `to_*`.',
    'normalize.conversation.contact',
  ),
  inferred(endpoints, '`disable_webhook` keeps back the webhook that the call would cause, and nothing else.'),
  inferred(endpoints, 'start, close, unassign and both assignments may be repeated without harm.'),
  inferred(errors, 'The HTTP status equals `status`, or is 200.'),
  inferred(errors, '400 on `start` means that another operator holds the conversation.'),
  inferred(errors, '400 with a text on `get` means that there is no such conversation.'),
  inferred(
    'vendors/blinger.md §Stays UNKNOWN',
    'The answer to a send has the id of what was sent as `message_id` or `note_id`, in `message` or `note`, or is that object.',
    'normalize.message.nativeId, normalize.note.nativeId',
  ),
  inferred(
    object,
    '`from_*` is the customer, `to_*` the connected account.',
    'normalize.conversation.contact, .channel',
  ),
  inferred(object, '`from_user_custom_name` goes before `from_user_name`.', 'normalize.conversation.contact'),
  inferred(object, '`operator_user_id` is the Operator.user_id of who holds it.', 'normalize.conversation.assignee'),
  inferred(object, '`status` has no value but `unassigned`, `inbox` and `closed`.', 'normalize.conversation.status'),
  inferred(
    object,
    'Who waits for a response waits since `last_message_date` at the latest.',
    'normalize.conversation.waitingSince',
  ),
  inferred(object, 'The title of a comment’s post is the subject.', 'normalize.conversation.subject'),
  inferred(
    object,
    `The words of \`application\` are ${[...channelKinds.keys()].join(', ')}; any other is of unknown kind.`,
    'normalize.conversation.channel',
  ),
  inferred(
    object,
    '`is_inner_message` says that the last message is a note, which is not shown as one.',
    'normalize.conversation.lastMessage',
  ),
  inferred(
    object,
    '`last_message` is the whole text of the last message, of a file its URL, and `last_message_date` the second of it.',
    'normalize.conversation.lastMessage',
  ),
  inferred(
    object,
    'Nobody says the same twice within one second: a message is recognised by its conversation, direction, second and text.',
  ),
  inferred(
    'vendors/blinger.md §Stays UNKNOWN',
    'The answer to a send is the message if it is the conversation and its last message, by an operator, has the same text.',
    'normalize.message.nativeId, normalize.message.createdAt',
  ),
  inferred(
    hooks,
    `The text of a message of a closed conversation is called ${toldTextNames.join(' or ')}, its time ${toldTimeName}.`,
    'normalize.message.text, normalize.message.createdAt',
  ),
  inferred(
    hooks,
    '`from_*` of a message is who wrote it: the customer has the number of `from_user.user_id` among `from_user_id` and `to_user_id`.',
    'normalize.message.direction',
  ),
  inferred(hooks, '`is_inner_message` of a message says that it is a note: it is kept in `vendor.other` only.'),
  inferred(hooks, '`from_user.user_id` is not the number of a Blinger user, so it is no id of a contact.'),
  inferred(
    hooks,
    '`operator.id` is Operator.id, and so an agent’s id unless agents go by `user_id`.',
    'options.operatorIds',
  ),
  inferred(hooks, '`messages` of a closed conversation stand in it or beside it.'),
  inferred(hooks, 'One conversation does not change in the same way twice within a second.'),
  observed(
    hooks,
    '`on_message_incoming` and the events without a known name say who wrote to whom, flat, and not when.',
  ),
  inferred(
    hooks,
    'A flat message that comes again is another one: should Blinger deliver it again, its `vendor.other` is doubled, never its message.',
  ),
  inferred(hooks, '503 asks for another delivery, if anything does.'),
  inferred(errors, 'A listing every 10 s is not too much.'),
];
