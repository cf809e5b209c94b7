/** What pages are asked for. */
export const paging = {
  basis: 'inferred',
  from: '§Pagination: base, default, cap and order are UNKNOWN',
  firstPage: 1,
  /** A size that most APIs allow. A server that caps lower is followed. */
  largestPage: 50,
} as const;

/** Values of the filter `Status`; the actions are called reopen and resolve. */
export const statusValues = {
  basis: 'inferred',
  from: '§Pagination, §Domain model hints: the values of the filter are UNKNOWN; a reopen action implies open and resolved conversations',
  open: 'Open',
  closed: 'Resolved',
} as const;

/**
 * Who wrote a message. It is inbound only when the vendor's object proves it: by a direction word, else by a flag, else by a word for the
 * author. Everything else is outbound, so that an app that answers inbound messages never answers itself; the author is then `unknown`
 * unless a word names it. An inbound message without a word for its author is the contact's; words that contradict the direction name nobody.
 */
export const senderRule = {
  basis: 'inferred',
  from: '§Real time: even the event NewCustomerMessage does not prove that a customer wrote',
} as const;

/** How a time is read that is not an ISO 8601 one with its zone. */
export const times = {
  basis: 'inferred',
  from: '§Endpoints: request dates end in Z',
  zone: 'Z',
  /** Larger numbers are milliseconds. As seconds it is the year 5138. */
  largestSeconds: 99_999_999_999,
} as const;

/**
 * A body of status 2xx that is an error all the same: it has `errors` (§Errors), or a `message` and one of these signs. An object with an id is
 * never one: a message may hold its text in `message`, and its delivery errors in `errors`.
 */
export const errorSigns = {
  basis: 'inferred',
  from: '§Errors: inspect response fields `errors` and `message`',
  failed: ['success', 'isSuccess', 'succeeded'],
  status: ['status', 'statusCode'],
  code: ['code', 'errorCode'],
  ids: ['id', 'uuid', 'conversationId', 'messageId', 'channelId'],
} as const;
