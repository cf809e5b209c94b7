/** What pages are asked for. §Pagination: base, default, cap and order are UNKNOWN. The order is taken to be newest activity first. */
export const paging = {
  basis: 'inferred',
  /** Option `firstPage`. */
  firstPage: 1,
  /** A size that most APIs allow. A server that caps lower is followed. */
  largestPage: 50,
} as const;

/** Values of the filter `Status` (§Pagination: UNKNOWN; the actions are called reopen and resolve). Option `statusValues`. */
export const statusValues = { basis: 'inferred', open: 'Open', closed: 'Resolved' } as const;

/**
 * Who wrote a message. It is inbound only when the vendor's object proves it: by a direction word, else by a flag, else by a word for the
 * author. Everything else is outbound, so that an app that answers inbound messages never answers itself; the author is then `unknown`
 * unless a word names it. An inbound message without a word for its author is the contact's; words that contradict the direction name nobody.
 */
export const senderRule = {
  basis: 'inferred',
  from: '§Real time: even the event NewCustomerMessage does not prove that a customer wrote',
} as const;

/** Times without a zone are UTC (§Endpoints: request dates end in Z), numbers are seconds or milliseconds of the epoch. */
export const times = {
  basis: 'inferred',
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
