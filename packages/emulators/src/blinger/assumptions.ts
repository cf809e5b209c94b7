/**
 * Everything that this emulator does and vendors/blinger.md does not know (its §Stays UNKNOWN and the facts tagged INFERRED).
 * Nothing here is a promise of the vendor: an app that works only because of one of these lines may fail in production.
 * What can be chosen, because it is likely to be wrong, stands in `behaviour.ts`.
 */
export const assumed = {
  /** The form for a wrong token is not known; that of a missing one is documented. */
  wrongToken: { status: 401, message: 'Wrong token' },
  /** What an unknown path or method answers. */
  notFound: { status: 404, message: 'Not found' },
  /** The text is documented for operators/delete; that other calls say the same is not. */
  operatorNotFound: { status: 400, message: 'Operator not found' },
  /** Refusals of calls that name what does not exist: in the style of the one above. */
  conversationNotFound: { status: 400, message: 'Conversation not found' },
  groupNotFound: { status: 400, message: 'Group not found' },
  /** The 400 is documented, its text is known to have a typo and no more: clients must not read it. */
  heldByAnother: { status: 400, message: 'Conversation is alredy assigned to another operator' },
  adminStays: { status: 400, message: 'The admin operator cannot be deleted' },
  badEncoding: { status: 400, message: 'The request body cannot be read' },
  /** The value of `type` for comments. */
  commentType: 'comment',
} as const;

/**
 * Behaviour without a value to keep here:
 * Requests
 * - bodies with unknown fields are refused, so `disable_webhook` is too where it is not documented (assign-group, send-note); unknown
 *   query names are ignored;
 * - ids are JSON integers, or digits in forms and queries; `disable_webhook` is 0 or 1; texts are not blank; `file_url` is http(s);
 * - the admin operator, which a missing `operator_id` means, is the first one; so it is on `unread` and `not-answered`, which are documented
 *   to be for one operator;
 * - a missing `group_id` means all groups; `group_id` and `operator_id` that do not exist are refused on lists too.
 * Conversations
 * - unassign, assign-operator, assign-group and close answer the conversation;
 * - `operator_user_id` is Operator.user_id, and null when nobody holds the conversation; `unassigned_date` is null when it never was unassigned;
 * - start by the operator who holds the conversation changes nothing; a closed conversation can be started by anybody;
 * - assign-operator takes a conversation from another operator and opens a closed one; unassign opens a closed one too;
 * - assign-group changes the group and neither status nor operator;
 * - anybody may close, and write to, a conversation that another operator holds; closing keeps the holder, or makes the closer the holder;
 *   closing, unassigning or assigning as it already is changes nothing;
 * - sending changes neither status nor holder, ends `waiting_operator_response` and sets `unread_count` to 0; the last message of a file is its URL;
 * - `is_outgoing` and `is_operator_last_message` speak of the last message; `is_new_conversation` ends with the first act of an operator;
 * - a note changes nothing in the conversation object and is not among the messages;
 * - an incoming message moves a closed conversation to unassigned, in its old group; not-answered is `waiting_operator_response`;
 * - deleting an operator unassigns what it holds, without webhooks.
 * Webhooks
 * - `disable_webhook: 1` suppresses what that call would send; a call that changes nothing sends nothing;
 * - start and assign-operator send on_conversation_assigned; what arrives from a customer unassigned sends on_conversation_unassigned;
 *   assign-group and notes send nothing;
 * - `operator.id` is Operator.id; `from_user_id` and `to_user_id` are numbers of users, as `from_user.user_id`, not of Blinger users;
 * - an outgoing message or a comment has the flat form of the incoming one, a new client is `{ webhook, from_user }`: sent only when a test
 *   gives the event a name;
 * - one delivery at a time, in order, never repeated.
 */
