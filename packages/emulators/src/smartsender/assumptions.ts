/**
 * Everything that this emulator does and vendors/smartsender.md does not know (its §Stays UNKNOWN and the facts tagged INFERRED).
 * Nothing here is a promise of the vendor: an app that works only because of one of these lines may fail in production.
 */
export const assumed = {
  /** The message is documented, the status is not. */
  missingToken: { status: 401, message: 'Unauthenticated' },
  /** Community clients read `error.code` 403 for a bad project token. */
  wrongToken: { status: 403, message: 'Forbidden' },
  /** The shape that community proxies emulate: `description` is field name to messages. */
  invalid: { status: 422, message: 'The given data was invalid.' },
  notFound: { status: 404, message: 'Not Found' },
  /** Clients do not write to a chat without a subscribed gate; what the vendor answers to one that does is not known. */
  noSubscribedGate: { status: 400, message: 'The contact has no subscribed gate' },
  /** Only our own text can be edited; the edit endpoint itself is known from one client only. */
  notEditable: { status: 400, message: 'Only text that was sent to the contact can be edited' },
  /** Status and body of a blocked call. No Retry-After is known, so none is sent. */
  blocked: { status: 429, message: 'Too Many Requests' },
  /** Remaining calls of the running minute, as an integer; 0 while blocked. */
  rateLimitHeader: 'X-Rate-Limit',
  /** The minute starts with the first call after the last one ended. Every call counts, refused ones too; blocked ones do not extend the ban. */
  rateLimitWindowMs: 60_000,
  defaultPage: 1,
  /** The documented maximum. */
  defaultLimitation: 20,
  /** What `state.type` of a message may say. */
  messageStates: { sent: 'sent', delivered: 'delivered', seen: 'seen', failed: 'failed' },
  /** `contact` is observed, the others are not. */
  senderTypes: { contact: 'contact', operator: 'operator', bot: 'bot', system: 'system' },
  /** `contact.state` and the type of an operator. */
  contactState: 'active',
  operatorType: 'operator',
  /** The string for WhatsApp is not known; the other four are observed. */
  channelTypes: {
    telegram: 'telegram',
    viber: 'viber',
    instagram: 'instagram',
    facebook: 'facebook',
    whatsapp: 'whatsapp',
  },
  /** System messages are those with `internal: true`: the text of a forward, and actions. Lists leave them out unless asked. */
  activityContentType: 'action',
} as const;

/**
 * Behaviour without a value to keep here:
 * - times are UTC;
 * - GET /chats comes latest `updatedAt` first, and everything but reading a chat touches it;
 * - the filter `none` selects all chats, `state` absent means both, `term` looks into name, phone and email;
 * - `unread` selects chats with unread messages, `private` those forwarded to the operator;
 * - a page after the last one is empty, and an empty list has one page;
 * - `watermark` must be there (whether it may be omitted is not known: strict here, safe there);
 * - `forward` takes a missing `text`, and leaves an activity in either case;
 * - a customer's message reopens a closed chat, an operator's does not;
 * - a message goes out by the gate the contact wrote to last, if it is subscribed, else by the first subscribed one;
 * - media whose file ending belongs to another kind comes back as `file` (documented: delivered as a document);
 * - notes are listed as `{ cursor, collection }`, newest first, and POST answers the note;
 * - contacts are listed newest first;
 * - changing a contact takes its names, photo, email and phone, and every other name as that of a variable, beside them or in `values` (one client
 *   nests them there); a variable it did not have is made; a new first or last name makes the full one; what else it has cannot be changed, and a
 *   change of nothing is refused;
 * - `/me` has the two fields that a client reads, `name` and `photo`;
 * - what is sent through the API is signed by the chat's operator, or the first one, and stays in the state `sent`;
 * - a sent location comes back without its title, since no reader of one is known;
 * - `context.timestamp` of a deleted message is in Unix seconds; deleting twice is the same as once;
 * - a body of another type than JSON, or that is not JSON, is a 400.
 */
