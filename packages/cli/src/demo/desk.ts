import type { Inbox, Operation } from '@anyinbox/core';
import type { View } from './view.ts';

/** What the steps of the demo work with. */
export interface Desk {
  readonly inbox: Inbox;
  readonly view: View;
  readonly signal: AbortSignal;
}

/** Whether the inbox can do it; if it cannot, says what is left out and why. */
export function can({ inbox, view }: Desk, operation: Operation): boolean {
  if (inbox.supports(operation)) return true;
  view.skipped(operation, inbox.capabilities[operation]);
  return false;
}
