/** What the vendor leaves open and a client must survive in every form (vendors/blinger.md §Stays UNKNOWN). */
export interface BlingerBehaviour {
  /** `matches`: the HTTP status line equals `status` in the body (inferred). `always-200`: errors come as HTTP 200 with `status: 400`. */
  httpStatus: 'matches' | 'always-200';
  /** Which request bodies are understood: the vendor does not say. Any other body is a 400. */
  encoding: 'both' | 'json' | 'form';
  /** Which number of an operator `operator_id` means in requests. */
  operatorIds: 'id' | 'user_id';
  /** Whether `conversations/get` carries `messages`. */
  messagesInGet: boolean;
  /** What the three sending calls answer: the conversation, or the message (the note) with its id. */
  sendAnswer: 'conversation' | 'message';
  /** The longest list: 1000 at the vendor, to be lowered by tests. */
  cap: number;
  /** Whether the `messages` of a closed conversation's webhook stand in `conversation` or beside it. */
  closedMessages: 'inside' | 'beside';
  /** The webhook of an incoming message: in the flat form that was observed in 2018, or none. */
  incomingWebhook: 'flat' | 'none';
}

export const defaultBehaviour: BlingerBehaviour = {
  httpStatus: 'matches',
  encoding: 'both',
  operatorIds: 'id',
  messagesInGet: false,
  sendAnswer: 'conversation',
  cap: 1000,
  closedMessages: 'inside',
  incomingWebhook: 'flat',
};
