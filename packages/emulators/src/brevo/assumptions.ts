/**
 * Everything that this emulator does and vendors/brevo.md does not know (its §9 and the facts tagged INF or UNK).
 * Nothing here is a promise of the vendor: an app that works only because of one of these lines may fail in production.
 */
export const assumed = {
  /** The body was seen once; that 401 is its status, too. */
  missingCredential: { status: 401, code: 'unauthorized', message: 'authentication not found in headers' },
  /** Neither the text nor whether it differs from the one above is known. */
  wrongKey: { status: 401, code: 'unauthorized', message: 'Key not found' },
  /** That conversations accept a bearer token at all is inferred; the answer to one that is unknown or has expired is not known. */
  wrongBearer: { status: 401, code: 'unauthorized', message: 'The access token is not valid or has expired' },
  /** That the scopes are needed is documented, what happens without them is not. The code is one of the account-wide list. */
  missingScope: { status: 403, code: 'permission_denied', message: 'The access token lacks the scope' },
  /** "message not found" and "visitor not found" are what the specification says a 404 means; the code is not known. */
  messageNotFound: { status: 404, code: 'document_not_found', message: 'message not found' },
  visitorNotFound: { status: 404, code: 'document_not_found', message: 'visitor not found' },
  /** For paths and methods that do not exist. Whether a wrong method is a 405 is not known. */
  notFound: { status: 404, code: 'document_not_found', message: 'Not found' },
  /** The two codes are of the account-wide list; which one conversations use when, and with which message, is not known. */
  missing: { status: 400, code: 'missing_parameter' },
  invalid: { status: 400, code: 'invalid_parameter' },
  /** POST declares no 404, so that an unknown visitor, agent or group is presumably a 400. */
  unknownVisitor: { status: 400, code: 'invalid_parameter', message: 'visitorId is not valid' },
  unknownAgent: { status: 400, code: 'invalid_parameter', message: 'agentId is not valid' },
  unknownGroup: { status: 400, code: 'invalid_parameter', message: 'groupId is not valid' },
  /** Only messages of type `agent` can be changed; how the vendor refuses the others is not known. */
  notByAgent: { status: 400, code: 'invalid_parameter', message: 'only messages sent by an agent can be changed' },
  /** The status is documented. No code of the list fits, and `code` is optional, so there is none. */
  blocked: { status: 429, code: undefined, message: 'Too Many Requests' },
  /** The hour starts with the first call after the last one ended. Every call under /v3 counts, refused ones too; blocked ones do not. */
  rateLimitWindowMs: 60 * 60_000,
  /** Seen on a real 401; assumed on every answer. */
  requestIdHeader: 'sib-request-id',
  /** "Kept online for 2 to 3 minutes": the shorter one. */
  onlineMs: 2 * 60_000,
  /** "About one hour". */
  accessTokenLifetimeMs: 60 * 60_000,
  /** Documented. That a token has all scopes of its client when the request names none is not. */
  scopes: ['conversations:read', 'conversations:write'],
  /** What an outside channel says when a message did not go out; no real text is known. */
  forwardingError: 'The message could not be delivered to the channel',
  /** Documented for the generic webhook platform; whether it holds for conversations is not known. */
  retryDelaysMs: [10 * 60_000, 60 * 60_000, 2 * 60 * 60_000, 8 * 60 * 60_000],
  /** How long the vendor waits for a receiver is not known. */
  receiverTimeoutMs: 10_000,
} as const;

/**
 * Behaviour without a value to keep here:
 * - when both are sent, `api-key` counts and the bearer is not looked at; the legacy `partner-key` is not accepted;
 * - bodies with unknown fields are refused, and so is a text of white space only; there is no maximum length;
 * - `agentId` wins over the three other fields, which are then allowed; of an agent that is known by `agentEmail` the own name is shown;
 *   an unknown `agentEmail` makes a dummy agent in #1 as it does (documented) in #9, and a dummy takes the latest name that was given;
 * - #5 without `agentId` takes the first agent of the group, without a group the first of all (the predecessor took a random one);
 * - GET /messages/{id} finds messages of visitors and agents but no pushed ones, GET /pushedMessages/{id} finds pushed ones only;
 * - `html` is the text escaped, with `<br>` for newlines; editing changes `text` and `html` only; a deleted message is gone everywhere;
 * - the body of `visitorGroup` is `{ visitorId, groupId }`, both needed, and `groupId: null` takes the visitor out of its group;
 * - flags that are false are absent; `source`, `integrations` and `messageType` are never sent, since nothing is known of them;
 * - a visitor's message is `isMissed` when no agent is online, and `missedMessagesCount` counts those;
 * - `forwardedToSourceStatus`, where it is sent, is there at once and exists for other sources than `widget` only;
 * - `conversationId` is not the visitor's `threadId`, and stays the same when a conversation ends and begins again;
 * - a conversation that ended begins again with the next message of the visitor or of an agent, not with a pushed one;
 * - the message that begins a conversation comes as a fragment too; a fragment has one message; pushed messages come as fragments;
 * - `agents` are the authors of the messages that are sent along; a transcript has all messages of the visitor;
 * - `startedAt` and `finishedAt` of a visit are Unix milliseconds; what only a browser tells is an empty string for other sources;
 * - webhooks leave one after the other in the order of events; their retries wait for nobody;
 * - every answer but 429 ends a delivery, a redirect too, which is not followed;
 * - the token endpoint answers and refuses as RFC 6749 says, without a refresh token, and costs no request of the hour.
 */
