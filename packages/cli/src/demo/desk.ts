import type { Conversation, Inbox, Operation } from '@anyinbox/core';
import type { View } from './view.ts';

/** As much of a conversation as its id, or all of it. */
export type Known = Pick<Conversation, 'id'> & Partial<Conversation>;

/** What the steps of the demo work with. */
export interface Desk {
  readonly inbox: Inbox;
  readonly view: View;
  readonly signal: AbortSignal;
  /** A conversation that the app knows although the inbox may list none, as from a webhook of the vendor. */
  readonly known?: Known | undefined;
}

/** Whether the inbox can do it; if it cannot, says what is left out and why. */
export function can({ inbox, view }: Desk, operation: Operation): boolean {
  if (inbox.supports(operation)) return true;
  view.skipped(operation, inbox.capabilities[operation]);
  return false;
}
